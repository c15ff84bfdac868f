package dev.stairway.metrics;

import dev.stairway.crash.CrashReport;
import dev.stairway.fault.FaultReport;
import dev.stairway.finding.Finding;
import dev.stairway.metrics.Crashes.Drill;
import dev.stairway.metrics.Crashes.FaultTrial;
import dev.stairway.metrics.Crashes.Faults;
import dev.stairway.metrics.Crashes.Kill;
import dev.stairway.metrics.Crashes.TwoRunners;
import dev.stairway.metrics.MetricsDocument.DatabaseEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts what became of kills into the document. */
public final class CrashesAssembler {

    private CrashesAssembler() {}

    /**
     * What was done in one cell.
     *
     * @param faults null where none was to be tried, or the kills did not come to their end
     */
    public record Drilled(CrashReport kills, FaultReport faults) {

        /** Of kills, then of faults. */
        public List<Finding> findings() {
            return Stream.concat(
                            kills.findings().stream(), faults == null ? Stream.empty() : faults.findings().stream())
                    .toList();
        }
    }

    /** Every database of the run, once. */
    public static List<DatabaseEntry> databases(List<Drilled> drills) {
        Map<String, DatabaseEntry> databases = new LinkedHashMap<>();
        for (Drilled drill : drills) {
            CrashReport report = drill.kills();
            databases.putIfAbsent(
                    report.database().key(),
                    MetricsAssembler.database(report.database(), report.serverVersion(), report.driverVersion()));
        }
        return List.copyOf(databases.values());
    }

    public static Crashes crashes(List<Drilled> drills) {
        return new Crashes(drills.stream()
                .map(drill -> drill(drill.kills(), drill.faults()))
                .toList());
    }

    private static Drill drill(CrashReport report, FaultReport faults) {
        return new Drill(
                report.cell().changelogId(),
                report.database().key(),
                report.cell().scenario().name(),
                report.seed(),
                Math.round(report.durationNanos() / 1e6),
                report.notDrilled(),
                report.notes(),
                report.kills().stream().map(CrashesAssembler::kill).toList(),
                twoRunners(report.twoRunners()),
                faults(faults));
    }

    private static Kill kill(CrashReport.Kill kill) {
        return new Kill(
                kill.migration().id(),
                kill.victim().name(),
                kill.point().statement(),
                kill.statements(),
                kill.point().inside() ? kill.point().afterNanos() / 1_000 : null,
                kill.text(),
                kill.state().name(),
                kill.outcome().name(),
                kill.inEffect(),
                kill.evidence(),
                kill.released(),
                kill.readyNanos() == 0 ? null : millis(kill.readyNanos()));
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }

    private static Faults faults(FaultReport report) {
        return report == null
                ? null
                : new Faults(
                        Math.round(report.durationNanos() / 1e6),
                        report.notDrilled(),
                        report.notes(),
                        report.trials().stream().map(CrashesAssembler::trial).toList());
    }

    private static FaultTrial trial(FaultReport.Trial trial) {
        CrashReport.Kill seen = trial.seen();
        return new FaultTrial(
                seen.migration().id(),
                trial.fault().name(),
                seen.point().statement(),
                seen.statements(),
                seen.text(),
                trial.told(),
                millis(trial.durationNanos()),
                trial.ended(),
                trial.blockers(),
                seen.state().name(),
                seen.outcome().name(),
                seen.inEffect(),
                seen.evidence());
    }

    private static TwoRunners twoRunners(CrashReport.TwoRunners two) {
        return two == null ? null : new TwoRunners(two.fine(), two.ends(), two.appliedTwice(), two.evidence());
    }
}
