package dev.stairway.suite;

import dev.stairway.database.provider.UsualVersions;
import dev.stairway.engine.Engine;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.metrics.FindingSheet;
import dev.stairway.metrics.FindingSheet.Waiver;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import dev.stairway.suite.ReleasedMigrations.Earlier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads every changelog without any database and says what it lacks. */
public final class Validation {

    private final SuiteOptions options;
    private final Changelogs changelogs;
    private final Clock clock;
    private final Map<String, Engine> engines;
    private Mask mask = Mask.NONE;
    private Since since = Since.NEVER;
    private UsualVersions usual = new UsualVersions(Validation.class.getClassLoader());

    /** @param engines by name */
    public Validation(SuiteOptions options, Map<String, Engine> engines, SuiteListener listener, Clock clock) {
        this.options = options;
        this.engines = engines;
        this.changelogs = new Changelogs(options, engines, listener);
        this.clock = clock;
    }

    /** Writes no secret that this mask hides. */
    public Validation hiding(Mask secrets) {
        mask = secrets;
        return this;
    }

    /** Holds the changelogs against earlier states of the repository. */
    public Validation since(Since states) {
        since = states;
        return this;
    }

    /** Judges for these versions where the matrix names none. */
    public Validation taking(UsualVersions versions) {
        usual = versions;
        return this;
    }

    /** @throws ProblemException when a changelog cannot be read; the reports are written all the same and say so */
    public Suite.Result run() {
        Documents documents = new Documents(options, clock.instant());
        Outputs outputs = new Outputs(options, mask);
        List<ChangelogEntry> entries = new ArrayList<>();
        try {
            MetricsDocument document = document(documents, entries);
            outputs.write(document);
            return new Suite.Result(document, outputs.report());
        } catch (ProblemException problem) {
            outputs.writeStopped(documents.stopped(entries, problem.problem()), problem);
            throw problem;
        }
    }

    /** @param entries takes the changelogs, as they are read */
    MetricsDocument document(Documents documents, List<ChangelogEntry> entries) {
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        ChangelogRules rules = new ChangelogRules(new TargetVersions(options.databases(), usual), LocalDate.now(clock));
        Map<String, Earlier> released = since.released(options.changelogs(), engines);
        Map<String, Earlier> unchanged = since.unchanged(options.changelogs(), engines);
        changelogs.read((named, changelog) -> {
            entries.add(changelogs.entry(named, changelog));
            Earlier earlier = released.getOrDefault(named.id(), Earlier.NOTHING);
            List<Finding> all = new ArrayList<>();
            changelog.migrations().forEach(m -> all.addAll(wayBack(m)));
            all.addAll(rules.of(named, engines.get(named.engine()), changelog, earlier));
            findings.put(named.id(), changed(all, unchanged.getOrDefault(named.id(), Earlier.NOTHING)));
        });
        List<Waiver> waivers = new ArrayList<>(options.waivers());
        waivers.addAll(rules.waivers());
        FindingSheet sheet = new FindingSheet(waivers);
        findings.forEach((id, all) -> all.forEach(finding -> sheet.add(id, finding)));
        return documents.read(entries, sheet);
    }

    /** Those about what is new or edited since then. */
    private static List<Finding> changed(List<Finding> findings, Earlier then) {
        return findings.stream()
                .filter(finding -> finding.migration() == null
                        || !then.ids().contains(finding.migration().id())
                        || then.isEdited(finding.migration()))
                .toList();
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
