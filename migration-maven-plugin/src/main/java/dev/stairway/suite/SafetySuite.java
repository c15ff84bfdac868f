package dev.stairway.suite;

import dev.stairway.database.provider.UsualVersions;
import dev.stairway.engine.Changelog;
import dev.stairway.engine.Engine;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.finding.Finding;
import dev.stairway.lint.Remark;
import dev.stairway.lint.Targets;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.metrics.FindingSheet;
import dev.stairway.metrics.FindingSheet.Waiver;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.Prediction;
import dev.stairway.metrics.Safety;
import dev.stairway.metrics.Safety.SafetyEntry;
import dev.stairway.metrics.SafetyAssembler;
import dev.stairway.problem.ProblemException;
import dev.stairway.report.document.Metrics;
import dev.stairway.safety.Judging;
import dev.stairway.safety.Judging.ChangelogJudgement;
import dev.stairway.safety.Judging.ProductJudgement;
import dev.stairway.safety.SafetyOptions;
import dev.stairway.secret.Mask;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads every changelog for danger, without any database. */
public final class SafetySuite {

    private final SuiteOptions options;
    private final SafetyOptions safety;
    private final Map<String, Engine> engines;
    private final Changelogs changelogs;
    private final Clock clock;
    private final Mask mask;
    private final List<Prediction> predictions = new ArrayList<>();
    private List<Metrics> seen = List.of();
    private Since since = Since.NEVER;
    private UsualVersions usual = new UsualVersions(SafetySuite.class.getClassLoader());

    /** @param engines by name */
    public SafetySuite(
            SuiteOptions options,
            SafetyOptions safety,
            Map<String, Engine> engines,
            SuiteListener listener,
            Clock clock,
            Mask mask) {
        this.options = options;
        this.safety = safety;
        this.engines = engines;
        this.changelogs = new Changelogs(options, engines, listener);
        this.clock = clock;
        this.mask = mask;
    }

    /** Judges for these versions where the matrix names none. */
    public SafetySuite taking(UsualVersions versions) {
        usual = versions;
        return this;
    }

    /** Judges what an earlier state of the repository did not have. */
    public SafetySuite since(Since state) {
        since = state;
        return this;
    }

    /** What this run has seen confirms and refutes as well. */
    SafetySuite seeing(Metrics run) {
        seen = List.of(run);
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
        Judging judging = new Judging(released(), LocalDate.now(clock), seen);
        List<ChangelogJudgement> judged = new ArrayList<>();
        changelogs.read((named, changelog) -> {
            entries.add(changelogs.entry(named, changelog));
            judged.add(judge(judging, named, changelog));
        });
        FindingSheet sheet = sheet(judged);
        judged.forEach(judgement -> judgement.products().forEach(product -> predict(sheet, judgement.id(), product)));
        return documents.judged(entries, sheet, section(judging, judged));
    }

    private SafetyOptions released() {
        if (!since.knowsReleased()) {
            return safety;
        }
        Map<String, Map<String, String>> released = new LinkedHashMap<>();
        since.released(options.changelogs(), engines)
                .forEach((changelog, earlier) -> released.put(changelog, earlier.checksums()));
        return safety.after(released);
    }

    /** Its findings one by one, with what is needed to hold them against runs, when the document was made. */
    List<Prediction> predictions() {
        return List.copyOf(predictions);
    }

    private void predict(FindingSheet sheet, String changelog, ProductJudgement judged) {
        List<Remark> remarks = judged.judgement().remarks();
        for (int i = 0; i < remarks.size(); i++) {
            predictions.add(new Prediction(
                    judged.targets().product(),
                    remarks.get(i).statement(),
                    remarks.get(i).object(),
                    sheet.told(changelog, judged.findings().get(i))));
        }
    }

    private ChangelogJudgement judge(Judging judging, NamedChangelog named, Changelog changelog) {
        Engine engine = engines.get(named.engine());
        Map<String, Targets> targets = new TargetVersions(options.databases(), usual).of(engine);
        Map<String, List<MigrationStatements>> statements = new LinkedHashMap<>();
        Map<String, List<MigrationStatements>> leftOut = new LinkedHashMap<>();
        targets.forEach((product, versions) -> {
            String version = versions.newest().toString();
            statements.put(product, engine.statements(named.source(), product, version));
            leftOut.put(product, engine.leftOut(named.source(), product, version));
        });
        return judging.judge(named.id(), engine.name(), changelog, statements, leftOut, targets);
    }

    private FindingSheet sheet(List<ChangelogJudgement> judged) {
        List<Waiver> waivers = new ArrayList<>(options.waivers());
        judged.forEach(judgement -> judgement.waivers().forEach(waiver -> waivers.add(Waiver.of(waiver))));
        FindingSheet sheet = new FindingSheet(waivers);
        for (ChangelogJudgement judgement : judged) {
            judgement
                    .products()
                    .forEach(product ->
                            sheet.read(judgement.id(), product.targets().product(), product.findings()));
            judgement.faults().forEach(fault -> sheet.add(judgement.id(), fault));
        }
        return sheet;
    }

    private static Safety section(Judging judging, List<ChangelogJudgement> judged) {
        List<SafetyEntry> entries = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (ChangelogJudgement changelog : judged) {
            for (ProductJudgement product : changelog.products()) {
                entries.add(SafetyAssembler.entry(
                        changelog.id(),
                        product.targets(),
                        product.judgement(),
                        product.findings(),
                        product.released(),
                        product.judged()));
                remarks.addAll(product.judgement().remarks());
                findings.addAll(product.findings());
            }
        }
        return new Safety(judging.asked(), entries, SafetyAssembler.rules(remarks, findings), judging.unreadRuns());
    }
}
