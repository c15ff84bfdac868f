package dev.stairway.suite;

import dev.stairway.backup.DrillReport;
import dev.stairway.baseline.Baselines;
import dev.stairway.compare.VersionFindings;
import dev.stairway.compare.VersionGroup;
import dev.stairway.compare.cross.CrossFindings;
import dev.stairway.compare.cross.CrossReport;
import dev.stairway.compare.cross.Telling;
import dev.stairway.compare.cross.Told;
import dev.stairway.finding.Rule;
import dev.stairway.metrics.BackupsAssembler;
import dev.stairway.metrics.CrashesAssembler;
import dev.stairway.metrics.CrossDb;
import dev.stairway.metrics.CrossDbAssembler;
import dev.stairway.metrics.FindingSheet;
import dev.stairway.metrics.MetricsAssembler;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.metrics.Performance;
import dev.stairway.metrics.PerformanceAssembler;
import dev.stairway.metrics.Safety;
import dev.stairway.metrics.WaivedRegressions;
import dev.stairway.perf.PerfReport;
import dev.stairway.problem.Problem;
import dev.stairway.run.CellReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes the metrics document of a run, however it ended. */
final class Documents {

    private final SuiteOptions options;
    private final Instant startedAt;
    private final long start = System.nanoTime();
    private MetricsDocument.Shard shard;

    Documents(SuiteOptions options, Instant startedAt) {
        this.options = options;
        this.startedAt = startedAt;
    }

    /** All documents from now on are about this part of the matrix. */
    void sharded(MetricsDocument.Shard part) {
        shard = part;
    }

    /** A run that walked its cells. */
    MetricsDocument walked(List<ChangelogEntry> changelogs, List<CellReport> reports) {
        FindingSheet sheet = new FindingSheet(options.waivers());
        reports.forEach(sheet::add);
        VersionGroup.of(reports)
                .forEach(group -> VersionFindings.of(
                        group, (scenario, finding) -> sheet.add(group.changelog(), scenario, finding)));
        return document(changelogs, reports, sheet.findings(), null);
    }

    /** A run that measured its cells, held against an earlier one. */
    MetricsDocument measured(List<ChangelogEntry> changelogs, List<PerfReport> reports, Baselines baselines) {
        FindingSheet sheet = new FindingSheet(options.waivers());
        reports.forEach(report -> sheet.add(report.cell(), report.database(), report.findings()));
        MetricsDocument measured = measured(
                changelogs, reports, sheet.findings(), PerformanceAssembler.performance(options.perf(), reports));
        Performance compared = WaivedRegressions.without(
                baselines.compared(measured, options.baseline().thresholds()), measured, options.waivers());
        return measured(changelogs, reports, sheet.findings(), compared);
    }

    private MetricsDocument measured(
            List<ChangelogEntry> changelogs,
            List<PerfReport> reports,
            List<Finding> findings,
            Performance performance) {
        return new MetricsDocument(
                MetricsDocument.FORMAT_VERSION,
                run(),
                changelogs,
                PerformanceAssembler.databases(reports),
                List.of(),
                List.of(),
                findings,
                performance,
                null,
                null,
                null,
                null,
                options.gate().judge(findings, performance.comparison()));
    }

    /** A run that only read changelogs. */
    MetricsDocument read(List<ChangelogEntry> changelogs, FindingSheet sheet) {
        return document(changelogs, List.of(), sheet.findings(), null);
    }

    /** A run that read them for danger. */
    MetricsDocument judged(List<ChangelogEntry> changelogs, FindingSheet sheet, Safety safety) {
        return document(changelogs, List.of(), sheet.findings(), safety);
    }

    /** A run that compared databases. */
    MetricsDocument compared(List<ChangelogEntry> changelogs, List<CrossReport> reports) {
        FindingSheet sheet = new FindingSheet(options.waivers());
        Telling telling = new Telling(options.cross().accepted());
        List<CrossDb.Group> groups = new ArrayList<>();
        for (CrossReport report : reports) {
            List<Told> told = telling.of(report);
            groups.add(CrossDbAssembler.group(report, told));
            String changelog = report.cell().changelogId();
            CrossFindings.of(report, told)
                    .forEach(finding ->
                            sheet.add(changelog, report.cell().scenario().name(), finding));
        }
        CrossFindings.unused(telling.unused()).forEach(finding -> sheet.add("", finding));
        List<Finding> findings = sheet.findings();
        return new MetricsDocument(
                MetricsDocument.FORMAT_VERSION,
                run(),
                changelogs,
                CrossDbAssembler.databases(reports),
                List.of(),
                List.of(),
                findings,
                null,
                null,
                new CrossDb(groups),
                null,
                null,
                options.gate().judge(findings, null));
    }

    /** A run that killed, and put faults on what lived again. */
    MetricsDocument crashed(List<ChangelogEntry> changelogs, List<CrashesAssembler.Drilled> drills) {
        FindingSheet sheet = new FindingSheet(options.waivers());
        drills.forEach(drill -> sheet.add(drill.kills().cell(), drill.kills().database(), drill.findings()));
        List<Finding> findings = sheet.findings();
        return new MetricsDocument(
                MetricsDocument.FORMAT_VERSION,
                run(),
                changelogs,
                CrashesAssembler.databases(drills),
                List.of(),
                List.of(),
                findings,
                null,
                null,
                null,
                null,
                CrashesAssembler.crashes(drills),
                options.gate().judge(findings, null));
    }

    /** A run that tried backups. */
    MetricsDocument drilled(List<ChangelogEntry> changelogs, List<DrillReport> reports) {
        FindingSheet sheet = new FindingSheet(options.waivers());
        reports.forEach(report -> sheet.add(report.cell(), report.database(), report.findings()));
        List<Finding> findings = sheet.findings();
        return new MetricsDocument(
                MetricsDocument.FORMAT_VERSION,
                run(),
                changelogs,
                BackupsAssembler.databases(reports),
                List.of(),
                List.of(),
                findings,
                null,
                null,
                null,
                BackupsAssembler.backups(reports, options.drill().limits()),
                null,
                options.gate().judge(findings, null));
    }

    /** A run with several parts, of which nothing is known yet. */
    VerifyDraft draft(List<ChangelogEntry> changelogs) {
        return new VerifyDraft(changelogs, this::run, options.gate());
    }

    /** The whole of it; where others have the rest, with what they need to put all together. */
    MetricsDocument together(VerifyDraft draft) {
        shard = shard == null ? null : shard.with(draft.parts());
        return draft.document();
    }

    /** A run that could not start: the reports say so instead of being absent, or worse, those of an earlier run. */
    MetricsDocument stopped(List<ChangelogEntry> changelogs, Problem problem) {
        return document(changelogs, List.of(), List.of(finding(problem)), null);
    }

    /** A run whose JVM was asked to end before the run did. */
    MetricsDocument cancelled() {
        return stopped(
                List.of(),
                new Problem(
                        "The run was cancelled",
                        "goal " + options.goal(),
                        "its JVM was asked to end (SIGTERM, Ctrl-C, or a migration's own code that calls System.exit), or Maven"
                                + " was killed",
                        "Run it again; what it had found until then is not in this report"));
    }

    /** What keeps a run from its end. */
    static Finding finding(Problem problem) {
        return new Finding(
                Rule.RUN_NOT_POSSIBLE.id(),
                Rule.RUN_NOT_POSSIBLE.severity().name(),
                "",
                "",
                "",
                "",
                "",
                0,
                problem.what(),
                Stream.of(problem.where(), problem.evidence())
                        .filter(line -> !line.isEmpty())
                        .toList(),
                problem.next(),
                null,
                0,
                null);
    }

    private MetricsDocument document(
            List<ChangelogEntry> changelogs, List<CellReport> reports, List<Finding> findings, Safety safety) {
        return new MetricsDocument(
                MetricsDocument.FORMAT_VERSION,
                run(),
                changelogs,
                MetricsAssembler.databases(reports),
                reports.stream()
                        .map(r -> MetricsAssembler.cell(r, options.walk().maxRollbackMillis()))
                        .toList(),
                VersionGroup.of(reports).stream()
                        .map(MetricsAssembler::versions)
                        .toList(),
                findings,
                null,
                safety,
                null,
                null,
                null,
                options.gate().judge(findings, null));
    }

    private MetricsDocument.Run run() {
        return new MetricsDocument.Run(
                startedAt.toString(),
                Math.round((System.nanoTime() - start) / 1e6),
                options.goal(),
                options.walk().seed(),
                options.project(),
                options.projectName(),
                options.tool(),
                shard);
    }
}
