package dev.stairway.suite;

import dev.stairway.backup.DrillOptions;
import dev.stairway.baseline.Thresholds;
import dev.stairway.compare.cross.CrossOptions;
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
 * @param purpose what it is for
 * @param shard which part of the matrix it takes; null for all of it
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
        Purpose purpose,
        ShardOptions shard) {

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
                Purpose.WALK,
                null);
    }

    /** The same for something else. */
    public SuiteOptions toward(Purpose other) {
        return with(changelogs, scenarios, other, shard);
    }

    /** The same for a part of the matrix; null for all of it. */
    public SuiteOptions sharded(ShardOptions part) {
        return with(changelogs, scenarios, purpose, part);
    }

    public SuiteOptions withChangelogs(List<NamedChangelog> others) {
        return with(others, scenarios, purpose, shard);
    }

    /** The same with other data in the tables. */
    SuiteOptions in(List<Scenario> others) {
        return with(changelogs, others, purpose, shard);
    }

    private SuiteOptions with(
            List<NamedChangelog> someChangelogs, List<Scenario> someScenarios, Purpose some, ShardOptions part) {
        return new SuiteOptions(
                goal,
                someChangelogs,
                databases,
                someScenarios,
                walk,
                threads,
                outputDirectory,
                waivers,
                gate,
                project,
                projectName,
                tool,
                some,
                part);
    }

    /** The same for the goal that measures; its scenarios differ in their rows. */
    public SuiteOptions measuring(PerfOptions options, Baseline against) {
        return toward(new Purpose(options, against, null, null, null, null));
    }

    /** The same for the goal that compares databases. */
    public SuiteOptions comparing(CrossOptions options) {
        return toward(new Purpose(null, null, options, null, null, null));
    }

    /** The same for the goal that tries backups. */
    public SuiteOptions drilling(DrillOptions options) {
        return toward(new Purpose(null, null, null, options, null, null));
    }

    /** The same for the goal that kills. */
    public SuiteOptions crashing(CrashPlan plan) {
        return toward(new Purpose(null, null, null, null, plan, null));
    }

    /** The same for a goal that does all this in one pass; null for what it does not. */
    public SuiteOptions verifying(
            VerifyOptions parts, PerfOptions measured, Baseline against, CrossOptions compared, DrillOptions drilled) {
        return toward(new Purpose(measured, against, compared, drilled, null, parts));
    }

    /** Null for a goal that measures nothing. */
    public PerfOptions perf() {
        return purpose.perf();
    }

    /** Null for a goal that measures nothing. */
    public Baseline baseline() {
        return purpose.baseline();
    }

    /** Null for a goal that compares no databases. */
    public CrossOptions cross() {
        return purpose.cross();
    }

    /** Null for a goal that tries no backups. */
    public DrillOptions drill() {
        return purpose.drill();
    }

    /** Null for a goal that kills nothing. */
    public CrashPlan crash() {
        return purpose.crash();
    }

    /** Null for every goal but {@code verify}. */
    public VerifyOptions verify() {
        return purpose.verify();
    }

    /**
     * What a run is for besides walking; what it is not for is null.
     *
     * @param perf how costs are measured
     * @param baseline that these are held against
     * @param cross how databases are compared
     * @param drill how backups are tried
     * @param crash what is killed, when, and what else goes wrong
     * @param verify what goal {@code verify} does in one pass
     */
    public record Purpose(
            PerfOptions perf,
            Baseline baseline,
            CrossOptions cross,
            DrillOptions drill,
            CrashPlan crash,
            VerifyOptions verify) {

        /** It walks, and that is all. */
        public static final Purpose WALK = new Purpose(null, null, null, null, null, null);
    }

    /**
     * @param file where it is
     * @param shownAs how the report names it
     * @param update true to record this run's numbers
     * @param thresholds what counts as a regression
     */
    public record Baseline(Path file, String shownAs, boolean update, Thresholds thresholds) {}
}
