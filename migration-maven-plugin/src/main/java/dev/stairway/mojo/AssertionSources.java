package dev.stairway.mojo;

import dev.stairway.assertion.Assertion;
import dev.stairway.assertion.AssertionFile;
import dev.stairway.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files of assertions: those that are configured, or those of the first conventional directory that exists. */
final class AssertionSources {

    private static final List<String> CONVENTIONAL =
            List.of("src/test/migration/assertions", "src/test/resources/migration/assertions");

    private AssertionSources() {}

    /**
     * All assertions, in order of configuration and name.
     *
     * @throws ProblemException when a file is not there or not understood, or a named directory holds none
     */
    static List<Assertion> read(Path base, List<String> configured) {
        List<Path> places = new ArrayList<>();
        if (configured.isEmpty()) {
            CONVENTIONAL.stream()
                    .map(base::resolve)
                    .filter(Files::isDirectory)
                    .limit(1)
                    .forEach(places::add);
        }
        configured.forEach(place -> places.add(asked(base.resolve(place))));
        return places.stream()
                .flatMap(place -> files(place).stream())
                .flatMap(file -> AssertionFile.read(shown(base, file), text(file)).stream())
                .toList();
    }

    /** What is named and asks nothing would pass for a check. */
    private static Path asked(Path place) {
        if (!Files.exists(place)) {
            throw wrong("A file of assertions does not exist", place);
        }
        if (files(place).isEmpty()) {
            throw wrong("A directory of assertions holds no file that ends in .sql", place);
        }
        return place;
    }

    private static ProblemException wrong(String what, Path place) {
        return ProblemException.setup(
                what, place.toString(), "", "Correct <assertions>; paths are relative to the project", null);
    }

    private static List<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ProblemException unreadable(Path place, IOException e) {
        return ProblemException.setup(
                "Assertions cannot be read",
                place.toString(),
                e.toString(),
                "Check the permissions, and that the file is UTF-8",
                e);
    }

    private static String shown(Path base, Path file) {
        return (file.startsWith(base) ? base.relativize(file) : file).toString().replace(File.separatorChar, '/');
    }
}
