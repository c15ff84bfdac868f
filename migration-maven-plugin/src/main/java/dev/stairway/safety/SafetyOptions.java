package dev.stairway.safety;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a changelog is judged.
 *
 * @param rules what the project wants otherwise
 * @param rows rows of tables in production, by name
 * @param runs directory below which the files of other goals are, as {@code perf/metrics.json}; null for
 *     none
 * @param released checksums of migrations that an earlier release had, by changelog and id; where one is missing, nobody
 *     knows
 */
public record SafetyOptions(
        List<RuleSetting> rules, Map<String, Long> rows, Path runs, Map<String, Map<String, String>> released) {
    public SafetyOptions {
        rules = List.copyOf(rules);
        rows = Map.copyOf(rows);
        released = Map.copyOf(released);
    }

    /** Nothing is released yet. */
    public SafetyOptions(List<RuleSetting> rules, Map<String, Long> rows, Path runs) {
        this(rules, rows, runs, Map.of());
    }

    /** The same where this is released. */
    public SafetyOptions after(Map<String, Map<String, String>> earlier) {
        return new SafetyOptions(rules, rows, runs, earlier);
    }
}
