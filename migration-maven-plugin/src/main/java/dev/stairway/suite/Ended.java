package dev.stairway.suite;

import dev.stairway.finding.Rule;
import dev.stairway.metrics.MetricsDocument;
import java.util.Map;

/** The end of a run as its last event tells it. */
final class Ended {

    private Ended() {}

    static Map<String, Object> data(MetricsDocument document) {
        return Map.of(
                "goal",
                document.run().goal(),
                "result",
                result(document),
                "reasons",
                document.gate().reasons(),
                "errors",
                open(document, "ERROR"),
                "warnings",
                open(document, "WARNING"),
                "durationMillis",
                document.run().durationMillis());
    }

    private static String result(MetricsDocument document) {
        boolean stopped = document.findings().stream().anyMatch(f -> f.rule().equals(Rule.RUN_NOT_POSSIBLE.id()));
        return stopped ? "STOPPED" : document.gate().failed() ? "FAILED" : "PASSED";
    }

    private static long open(MetricsDocument document, String severity) {
        return document.findings().stream()
                .filter(f -> f.waiver() == null && f.severity().equals(severity))
                .count();
    }
}
