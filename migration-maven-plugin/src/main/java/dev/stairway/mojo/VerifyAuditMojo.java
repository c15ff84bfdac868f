package dev.stairway.mojo;

import dev.stairway.audit.Anchors;
import dev.stairway.audit.ChainCheck;
import dev.stairway.audit.Seal;
import dev.stairway.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Proves that the audit trail is as it was written: any byte or line that was changed, removed, added or moved is told with
 * its line. Needs no database. Records cut off at its end are noticed only against a hash that was kept elsewhere.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify-audit", requiresProject = false, threadSafe = true)
public class VerifyAuditMojo extends AbstractMigrationMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.verifyAudit.skip", defaultValue = "false")
    private boolean skipVerifyAudit;

    /** The trail. */
    @Parameter(property = "migration.auditFile", defaultValue = "${basedir}/.migration/audit.jsonl")
    private File auditFile;

    /**
     * Hashes that records of the trail must have, one or several: those that earlier operations have printed, kept where who
     * can change the trail cannot change them. Default: none. Example: {@code 9f86d0…} with 64 digits.
     */
    @Parameter(property = "migration.expectedHash")
    private List<String> expectedHash;

    /**
     * Documents of earlier runs ({@code metrics.json}): the trail must have the records of those runs, and must have ended where
     * they say when they began. Default: none. Example: {@code archive/metrics.json}.
     */
    @Parameter(property = "migration.auditAnchors")
    private List<File> anchors;

    @Override
    boolean skipGoal() {
        return skipVerifyAudit;
    }

    @Override
    void run() {
        Path file = auditFile.toPath();
        Anchors kept = new Anchors(documents(), hashes());
        ChainCheck.Result trail = check(file);
        trail.notes().forEach(note -> getLog().info("Audit trail: " + note));
        List<String> wrong = new ArrayList<>(trail.broken());
        wrong.addAll(kept.missing(trail));
        if (!wrong.isEmpty()) {
            throw ProblemException.migrations(
                    "The audit trail is not as it was written",
                    file.toString(),
                    String.join("\n        ", wrong),
                    "Keep the file as it is, compare it with a copy, and find out who changed it",
                    null);
        }
        getLog().info("Audit trail: whole, " + trail.end().sequence()
                + (trail.end().sequence() == 1 ? " record, " : " records, ") + "the last one has the hash "
                + trail.end().hash());
        if (kept.isEmpty()) {
            getLog().info(
                            "Whether records were cut off at its end nobody can tell without a hash that was kept elsewhere"
                                    + " (-Dmigration.expectedHash)");
        }
    }

    private static ChainCheck.Result check(Path file) {
        if (!Files.isRegularFile(file)) {
            throw ProblemException.setup(
                    "There is no audit trail",
                    file.toString(),
                    "",
                    "Name it by <auditFile> (-Dmigration.auditFile). Where it should be there, somebody has removed it",
                    null);
        }
        try {
            return ChainCheck.of(file);
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The audit trail cannot be read", file.toString(), e.toString(), "Check its permissions", e);
        }
    }

    private List<String> hashes() {
        List<String> hashes = CheckedSettings.words(expectedHash);
        hashes.stream().filter(hash -> !Seal.isHash(hash)).findFirst().ifPresent(hash -> {
            throw CheckedSettings.refused("expectedHash", hash, "Use the 64 digits that an operation has printed");
        });
        return hashes;
    }

    private List<Anchors.Document> documents() {
        return anchors == null
                ? List.of()
                : anchors.stream().map(file -> AuditAnchor.in(file.toPath())).toList();
    }
}
