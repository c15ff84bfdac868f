package dev.stairway.mojo;

import dev.stairway.audit.Seal;
import dev.stairway.problem.ProblemException;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.document.UnreadableMetricsException;
import java.nio.file.Path;

/** Where the audit trail ended when a run began, as its metrics document keeps it among the versions of its tools. */
final class AuditAnchor {

    /** Name of the entry. */
    static final String NAME = "auditTrail";

    private AuditAnchor() {}

    static Seal in(Path metrics) {
        try {
            String text = MetricsReader.read(metrics).run().tool().getOrDefault(NAME, "");
            return Seal.parse(text).orElseThrow(() -> problem(metrics, "it says nothing of an audit trail", null));
        } catch (UnreadableMetricsException e) {
            throw problem(metrics, e.getMessage(), e);
        }
    }

    private static ProblemException problem(Path metrics, String seen, Exception cause) {
        return ProblemException.setup(
                "An anchor of the audit trail cannot be read",
                metrics + ", of <anchors>",
                seen,
                "Name the metrics.json of a run that had an <auditFile>",
                cause);
    }
}
