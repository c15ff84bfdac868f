package dev.stairway.compare.cross;

import dev.stairway.compare.behaviour.BehaviourReport;
import dev.stairway.compare.behaviour.DataDifference;
import dev.stairway.compare.schema.SchemaDifference;
import dev.stairway.database.DatabaseId;
import dev.stairway.matrix.Cell;
import java.util.List;

/**
 * What one changelog did on several databases, in one scenario.
 *
 * @param cell any of those that were compared
 * @param lanes one per database that took part
 * @param notCompared databases that could not take part, and what else could not be compared, with the reason
 * @param migrations in the changelog
 * @param compared migrations after which at least two databases were held against each other
 * @param tables in the logical schema at the end
 * @param splits migrations that fail on some databases
 * @param schema differences that were there at the end, or when a database fell out
 * @param passing differences of the schema that came and went: one migration made them, another one mended them
 * @param broken what could not be looked at, where, and what the database said; nothing was compared from there on. Empty when
 *     all of it could
 * @param durationNanos nanoseconds
 */
public record CrossReport(
        Cell cell,
        List<LaneReport> lanes,
        List<String> notCompared,
        int migrations,
        int compared,
        int tables,
        List<Split> splits,
        List<Since<SchemaDifference>> schema,
        int passing,
        List<Since<DataDifference>> data,
        BehaviourReport behaviour,
        String broken,
        long durationNanos) {

    public CrossReport {
        lanes = List.copyOf(lanes);
        notCompared = List.copyOf(notCompared);
        splits = List.copyOf(splits);
        schema = List.copyOf(schema);
        data = List.copyOf(data);
    }

    public List<DatabaseId> databases() {
        return lanes.stream().map(LaneReport::database).toList();
    }
}
