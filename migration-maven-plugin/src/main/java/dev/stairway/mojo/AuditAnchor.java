package dev.stairway.mojo;

import dev.stairway.audit.Anchors;
import dev.stairway.audit.Digests;
import dev.stairway.audit.Seal;
import dev.stairway.problem.ProblemException;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.document.UnreadableMetricsException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What the metrics document of a run proves of the audit trail: where that ended when the run began, which it keeps among the
 * versions of its tools, and by its own digest the record of the run.
 */
final class AuditAnchor {

    /** Name of the entry. */
    static final String NAME = "auditTrail";

    private AuditAnchor() {}

    static Anchors.Document in(Path metrics) {
        try {
            String text = MetricsReader.read(metrics).run().tool().getOrDefault(NAME, "");
            Seal before =
                    Seal.parse(text).orElseThrow(() -> problem(metrics, "it says nothing of an audit trail", null));
            return new Anchors.Document(metrics.toString(), before, Digests.of(metrics));
        } catch (UnreadableMetricsException e) {
            throw problem(metrics, e.getMessage(), e);
        } catch (IOException e) {
            throw problem(metrics, e.toString(), e);
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
