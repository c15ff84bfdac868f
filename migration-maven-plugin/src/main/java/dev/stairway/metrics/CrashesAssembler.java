package dev.stairway.metrics;

import dev.stairway.crash.CrashReport;
import dev.stairway.metrics.Crashes.Drill;
import dev.stairway.metrics.Crashes.Kill;
import dev.stairway.metrics.Crashes.TwoRunners;
import dev.stairway.metrics.MetricsDocument.DatabaseEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts what became of kills into the document. */
public final class CrashesAssembler {

    private CrashesAssembler() {}

    /** Every database of the run, once. */
    public static List<DatabaseEntry> databases(List<CrashReport> reports) {
        Map<String, DatabaseEntry> databases = new LinkedHashMap<>();
        for (CrashReport report : reports) {
            databases.putIfAbsent(
                    report.database().key(),
                    MetricsAssembler.database(report.database(), report.serverVersion(), report.driverVersion()));
        }
        return List.copyOf(databases.values());
    }

    public static Crashes crashes(List<CrashReport> reports) {
        return new Crashes(reports.stream().map(CrashesAssembler::drill).toList());
    }

    private static Drill drill(CrashReport report) {
        return new Drill(
                report.cell().changelogId(),
                report.database().key(),
                report.cell().scenario().name(),
                report.seed(),
                Math.round(report.durationNanos() / 1e6),
                report.notDrilled(),
                report.notes(),
                report.kills().stream().map(CrashesAssembler::kill).toList(),
                twoRunners(report.twoRunners()));
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
                kill.readyNanos() == 0 ? null : Math.round(kill.readyNanos() / 1e3) / 1e3);
    }

    private static TwoRunners twoRunners(CrashReport.TwoRunners two) {
        return two == null ? null : new TwoRunners(two.fine(), two.ends(), two.appliedTwice(), two.evidence());
    }
}
