package dev.stairway.run;

import dev.stairway.database.Database;
import dev.stairway.database.Room;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.Optional;

/** Tells a disk that has become full while rows were made from other failures. */
final class FullDisk {

    /** disk_full: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
    private static final String POSTGRES = "53100";

    /** https://www.sqlite.org/rescode.html#full. */
    private static final String SQLITE = "SQLITE_FULL";

    private FullDisk() {}

    static Optional<ProblemException> explain(SQLException failure, Database database) {
        String message = String.valueOf(failure.getMessage());
        if (!POSTGRES.equals(failure.getSQLState()) && !message.contains(SQLITE)) {
            return Optional.empty();
        }
        Optional<Room> room = database.room();
        return Optional.of(ProblemException.setup(
                "The disk is full; the rows that were being made were taken back",
                room.map(r -> r.directory().toString()).orElse(""),
                message
                        + room.map(r -> "\n" + r.freeBytes() / 1_000_000 + " MB free now"
                                        + (r.memory() ? ", in memory" : ""))
                                .orElse(""),
                "Name a directory on a larger disk in <workDirectory> (-Dmigration.workDirectory), free some space, or ask"
                        + " for fewer rows (-Dmigration.largeRows)",
                failure));
    }
}
