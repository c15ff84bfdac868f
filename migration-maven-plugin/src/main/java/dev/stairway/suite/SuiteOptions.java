package dev.stairway.suite;

import dev.stairway.backup.DrillOptions;
import dev.stairway.baseline.Thresholds;
import dev.stairway.compare.cross.CrossOptions;
import dev.stairway.crash.CrashOptions;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.FindingSheet.Waiver;
import dev.stairway.metrics.GateRule;
import dev.stairway.perf.PerfOptions;
import dev.stairway.run.WalkOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything one run needs to know.
 *
 * @param goal name of the goal, for the document
 * @param changelogs at least one
 * @param databases in order
 * @param scenarios in order
 * @param walk how cells are walked
 * @param threads cells walked at the same time, at least 1
 * @param outputDirectory where all files of the run go
 * @param waivers findings that do not fail the build
 * @param gate what fails the build
 * @param project groupId:artifactId:version
 * @param projectName for people
 * @param tool versions to show
 * @param perf what migrations cost is measured so; null for a goal that walks
 * @param baseline that this is held against; null for a goal that walks
 * @param cross how databases are compared; null for every other goal
 * @param drill how backups are tried; null for every other goal
 * @param crash what is killed, and when; null for every other goal
 */
public record SuiteOptions(
        String goal,
        List<NamedChangelog> changelogs,
        List<DatabaseRequest> databases,
        List<Scenario> scenarios,
        WalkOptions walk,
        int threads,
        Path outputDirectory,
        List<Waiver> waivers,
        GateRule gate,
        String project,
        String projectName,
        Map<String, String> tool,
        PerfOptions perf,
        Baseline baseline,
        CrossOptions cross,
        DrillOptions drill,
        CrashOptions crash) {

    /** Of a goal that walks. */
    public SuiteOptions(
            String goal,
            List<NamedChangelog> changelogs,
            List<DatabaseRequest> databases,
            List<Scenario> scenarios,
            WalkOptions walk,
            int threads,
            Path outputDirectory,
            List<Waiver> waivers,
            GateRule gate,
            String project,
            String projectName,
            Map<String, String> tool) {
        this(
                goal,
                changelogs,
                databases,
                scenarios,
                walk,
                threads,
                outputDirectory,
                waivers,
                gate,
                project,
                projectName,
                tool,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same for the goal that measures; its scenarios differ in their rows. */
    public SuiteOptions measuring(PerfOptions options, Baseline against) {
        return new SuiteOptions(
                goal,
                changelogs,
                databases,
                scenarios,
                walk,
                threads,
                outputDirectory,
                waivers,
                gate,
                project,
                projectName,
                tool,
                options,
                against,
                null,
                null,
                null);
    }

    /** The same for the goal that compares databases. */
    public SuiteOptions comparing(CrossOptions options) {
        return new SuiteOptions(
                goal,
                changelogs,
                databases,
                scenarios,
                walk,
                threads,
                outputDirectory,
                waivers,
                gate,
                project,
                projectName,
                tool,
                null,
                null,
                options,
                null,
                null);
    }

    /** The same for the goal that tries backups. */
    public SuiteOptions drilling(DrillOptions options) {
        return new SuiteOptions(
                goal,
                changelogs,
                databases,
                scenarios,
                walk,
                threads,
                outputDirectory,
                waivers,
                gate,
                project,
                projectName,
                tool,
                null,
                null,
                null,
                options,
                null);
    }

    /** The same for the goal that kills. */
    public SuiteOptions crashing(CrashOptions options) {
        return new SuiteOptions(
                goal,
                changelogs,
                databases,
                scenarios,
                walk,
                threads,
                outputDirectory,
                waivers,
                gate,
                project,
                projectName,
                tool,
                null,
                null,
                null,
                null,
                options);
    }

    public SuiteOptions withChangelogs(List<NamedChangelog> others) {
        return new SuiteOptions(
                goal,
                others,
                databases,
                scenarios,
                walk,
                threads,
                outputDirectory,
                waivers,
                gate,
                project,
                projectName,
                tool,
                perf,
                baseline,
                cross,
                drill,
                crash);
    }

    /**
     * @param file where it is
     * @param shownAs how the report names it
     * @param update true to record this run's numbers
     * @param thresholds what counts as a regression
     */
    public record Baseline(Path file, String shownAs, boolean update, Thresholds thresholds) {}
}
