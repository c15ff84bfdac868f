package dev.stairway.metrics;

import dev.stairway.backup.DrillLimits;
import dev.stairway.backup.DrillReport;
import dev.stairway.metrics.Backups.Drill;
import dev.stairway.metrics.Backups.Trial;
import dev.stairway.metrics.MetricsDocument.DatabaseEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Puts what became of backups into the document. */
public final class BackupsAssembler {

    private BackupsAssembler() {}

    /** Every database of the run, once. */
    public static List<DatabaseEntry> databases(List<DrillReport> reports) {
        Map<String, DatabaseEntry> databases = new LinkedHashMap<>();
        for (DrillReport report : reports) {
            databases.putIfAbsent(
                    report.database().key(),
                    MetricsAssembler.database(report.database(), report.serverVersion(), report.driverVersion()));
        }
        return List.copyOf(databases.values());
    }

    /** @param limits that the reports were judged by */
    public static Backups backups(List<DrillReport> reports, DrillLimits limits) {
        return new Backups(reports.stream().map(report -> drill(report, limits)).toList());
    }

    private static Drill drill(DrillReport report, DrillLimits limits) {
        OptionalLong limit = limits.restore(report.database().product());
        return new Drill(
                report.cell().changelogId(),
                report.database().key(),
                report.cell().scenario().name(),
                report.cell().scenario().rows(),
                Math.round(report.durationNanos() / 1e6),
                limit.isPresent() ? limit.getAsLong() : null,
                report.notDrilled(),
                report.notTried(),
                report.trials().stream().map(BackupsAssembler::trial).toList());
    }

    private static Trial trial(DrillReport.Trial trial) {
        return new Trial(
                trial.migration().id(),
                trial.tool(),
                trial.files(),
                trial.bytes(),
                millis(trial.backupNanos()),
                trial.restoreNanos() == 0 ? null : millis(trial.restoreNanos()),
                trial.damageNoticed(),
                trial.outcome().name(),
                trial.evidence());
    }

    /** To the microsecond; what is beyond that is noise. */
    private static double millis(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }
}
