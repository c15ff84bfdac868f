package dev.stairway.compare.cross;

import dev.stairway.compare.behaviour.BehaviourProbe;
import dev.stairway.compare.behaviour.DataCheck;
import dev.stairway.compare.logical.LogicalReader;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.engine.Engine;
import dev.stairway.engine.Migration;
import dev.stairway.matrix.Cell;
import java.util.List;
import java.util.function.Function;

/**
 * What a comparison needs besides its databases.
 *
 * @param engine of the changelog
 * @param readers chooses the reader of schemas for a database
 * @param data makes what keeps rows equal
 * @param probe is executed at the end
 */
public record CrossTools(
        Engine engine, Function<JdbcDatabase, LogicalReader> readers, DataChecks data, BehaviourProbe probe) {

    /** Makes what keeps rows equal. */
    @FunctionalInterface
    public interface DataChecks {

        /** @param migrations those of all databases, in the order in which they are applied */
        DataCheck open(Cell cell, List<Migration> migrations, long seed);
    }
}
