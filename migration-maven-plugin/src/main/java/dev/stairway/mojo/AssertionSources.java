package dev.stairway.mojo;

import dev.stairway.assertion.Assertion;
import dev.stairway.assertion.AssertionFile;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;

/** Files of assertions: those that are configured, or those of the first conventional directory that exists. */
final class AssertionSources {

    private static final UserFiles FILES = new UserFiles("assertions", "assertions");

    private AssertionSources() {}

    /**
     * All assertions, in order of configuration and name.
     *
     * @throws ProblemException when a file is not there or not understood, or a named directory holds none
     */
    static List<Assertion> read(Path base, List<String> configured) {
        return FILES.read(base, configured).stream()
                .flatMap(file -> AssertionFile.read(file.name(), file.text()).stream())
                .toList();
    }
}
