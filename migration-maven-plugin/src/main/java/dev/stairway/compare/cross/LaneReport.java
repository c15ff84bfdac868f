package dev.stairway.compare.cross;

import dev.stairway.database.DatabaseId;
import dev.stairway.engine.Migration;

/**
 * How far one of the databases came.
 *
 * @param applied migrations that were executed
 * @param leftOut migrations that do not run there, or that a precondition or the user keeps away
 * @param failed the migration that ended its way; null when it came to the end
 * @param reason why; empty when it came to the end
 */
public record LaneReport(
        DatabaseId database,
        String serverVersion,
        String driverVersion,
        int applied,
        int leftOut,
        Migration failed,
        String reason) {}
