package dev.stairway.mojo;

import dev.stairway.fault.Fault;
import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Faults as a user names them. */
final class FaultNames {

    private static final String ALL = "all";
    private static final String NONE = "none";

    private FaultNames() {}

    /** Those that are named, in the order in which they are tried. */
    static List<Fault> of(List<String> configured) {
        List<String> words = CheckedSettings.words(configured).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        if (words.isEmpty() || words.equals(List.of(ALL))) {
            return List.of(Fault.values());
        }
        if (words.equals(List.of(NONE))) {
            return List.of();
        }
        List<String> unknown = new ArrayList<>(words);
        List<Fault> named = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            if (unknown.remove(fault.label())) {
                named.add(fault);
            }
        }
        if (!unknown.isEmpty()) {
            throw refused(unknown);
        }
        return named;
    }

    private static ProblemException refused(List<String> unknown) {
        String known = Arrays.stream(Fault.values()).map(Fault::label).collect(Collectors.joining(", "));
        return ProblemException.setup(
                "Unknown fault: " + String.join(", ", unknown),
                "<faults> (-Dmigration.crashTest.faults)",
                "",
                "Use all or none alone, or some of " + known,
                null);
    }
}
