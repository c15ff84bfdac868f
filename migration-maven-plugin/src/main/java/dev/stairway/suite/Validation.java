package dev.stairway.suite;

import dev.stairway.engine.Engine;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.metrics.FindingSheet;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads every changelog without any database and says what it lacks. */
public final class Validation {

    private final SuiteOptions options;
    private final Changelogs changelogs;
    private final Clock clock;
    private Mask mask = Mask.NONE;

    /** @param engines by name */
    public Validation(SuiteOptions options, Map<String, Engine> engines, SuiteListener listener, Clock clock) {
        this.options = options;
        this.changelogs = new Changelogs(options, engines, listener);
        this.clock = clock;
    }

    /** Writes no secret that this mask hides. */
    public Validation hiding(Mask secrets) {
        mask = secrets;
        return this;
    }

    /** @throws ProblemException when a changelog cannot be read; the reports are written all the same and say so */
    public Suite.Result run() {
        Documents documents = new Documents(options, clock.instant());
        Outputs outputs = new Outputs(options, mask);
        List<ChangelogEntry> entries = new ArrayList<>();
        try {
            FindingSheet sheet = new FindingSheet(options.waivers());
            changelogs.read((named, changelog) -> {
                entries.add(changelogs.entry(named, changelog));
                changelog.migrations().forEach(m -> wayBack(m).forEach(f -> sheet.add(named.id(), f)));
            });
            MetricsDocument document = documents.read(entries, sheet);
            outputs.write(document);
            return new Suite.Result(document, outputs.report());
        } catch (ProblemException problem) {
            outputs.writeStopped(documents.stopped(entries, problem.problem()), problem);
            throw problem;
        }
    }

    private static List<Finding> wayBack(Migration migration) {
        return switch (migration.rollback()) {
            case MISSING ->
                List.of(new Finding(
                        Rule.ROLLBACK_MISSING,
                        migration,
                        "It cannot be taken back",
                        List.of("no rollback is written, and the engine cannot derive one"),
                        "Write a rollback, or waive the finding with a reason (<waivers>)"));
            case EMPTY ->
                List.of(new Finding(
                        Rule.ROLLBACK_WRITTEN_EMPTY,
                        migration,
                        "Its rollback is written empty",
                        List.of("the rollback will report success and do nothing"),
                        "Fine for a migration that leaves nothing to take back; the goal 'test' finds out"));
            case WRITTEN, AUTOMATIC -> List.of();
        };
    }
}
