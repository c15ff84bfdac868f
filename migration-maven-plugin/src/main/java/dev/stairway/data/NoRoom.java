package dev.stairway.data;

import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.Locale;

/** What is said when there is no room for the rows. */
final class NoRoom {

    private static final double MEGABYTE = 1_000_000;

    private NoRoom() {}

    static ProblemException problem(Tally tally, String reason, SQLException cause) {
        FillProgress.Step step = tally.step();
        String need = tally.need() <= 0
                ? ""
                : String.format(Locale.ROOT, "; all of them need about %,.0f MB", tally.need() / MEGABYTE);
        return ProblemException.setup(
                "The database ran out of room while rows were generated; all of them were taken back",
                step.table().isEmpty() ? "" : "table " + step.table(),
                String.format(
                        Locale.ROOT, "%s, after %,d of %,d rows%s", reason, step.tableRows(), step.tableWanted(), need),
                "Name a directory on a larger disk in <workDirectory> (-Dmigration.workDirectory), make room where the"
                        + " database keeps its files, or ask for fewer rows",
                cause);
    }
}
