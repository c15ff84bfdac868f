package dev.stairway.metrics;

import dev.stairway.compare.Databases;
import dev.stairway.compare.cross.CrossReport;
import dev.stairway.compare.cross.LaneReport;
import dev.stairway.compare.cross.Told;
import dev.stairway.database.DatabaseId;
import dev.stairway.metrics.CrossDb.Difference;
import dev.stairway.metrics.CrossDb.Group;
import dev.stairway.metrics.CrossDb.Lane;
import dev.stairway.metrics.CrossDb.Side;
import dev.stairway.metrics.MetricsDocument.DatabaseEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a comparison of databases into the document. */
public final class CrossDbAssembler {

    private CrossDbAssembler() {}

    /** Every database of the run, once. */
    public static List<DatabaseEntry> databases(List<CrossReport> reports) {
        Map<String, DatabaseEntry> databases = new LinkedHashMap<>();
        for (CrossReport report : reports) {
            for (LaneReport lane : report.lanes()) {
                databases.putIfAbsent(
                        lane.database().key(),
                        MetricsAssembler.database(lane.database(), lane.serverVersion(), lane.driverVersion()));
            }
        }
        return List.copyOf(databases.values());
    }

    /** @param told of this report */
    public static Group group(CrossReport report, List<Told> told) {
        List<String> notCompared = new ArrayList<>(report.notCompared());
        notCompared.addAll(report.behaviour().notProbed());
        return new Group(
                report.cell().changelogId(),
                report.cell().scenario().name(),
                report.lanes().stream().map(CrossDbAssembler::lane).toList(),
                notCompared,
                report.migrations(),
                report.compared(),
                report.tables(),
                report.passing(),
                report.behaviour().probed().size(),
                Math.round(report.durationNanos() / 1e6),
                told.stream().map(CrossDbAssembler::difference).toList());
    }

    private static Lane lane(LaneReport lane) {
        return new Lane(
                lane.database().key(),
                lane.applied(),
                lane.leftOut(),
                lane.failed() == null ? null : lane.failed().id(),
                lane.reason());
    }

    private static Difference difference(Told told) {
        return new Difference(
                told.kind().name(),
                told.subject(),
                told.aspect(),
                told.what(),
                told.migration() == null ? null : told.migration().id(),
                told.status().name(),
                told.reasonId(),
                told.reason(),
                told.sides().stream()
                        .map(side -> new Side(
                                side.databases().stream().map(DatabaseId::key).toList(),
                                Databases.words(side.databases()),
                                side.says()))
                        .toList());
    }
}
