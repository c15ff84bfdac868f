package dev.stairway.release;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.problem.ProblemException;
import dev.stairway.release.postgres.PostgresDump;
import dev.stairway.release.sqlite.SqliteDump;
import java.nio.file.Path;

/** Loads dumps into empty databases. */
public final class Dumps {

    private Dumps() {}

    /**
     * Loads all of it; no session may be open.
     *
     * @throws ProblemException with file and line of the statement that the server refuses, or when it is of a newer server
     */
    public static void load(Path file, String shownAs, Database database) {
        Dump dump = Dump.of(file, shownAs);
        if (!(database instanceof JdbcDatabase jdbc)
                || !dump.product().equals(database.id().product())) {
            throw ProblemException.setup(
                    "The dump " + shownAs + " is one of " + dump.product() + " and does not go into " + database.id(),
                    shownAs,
                    "",
                    "Name the databases of the upgrade path in its <databases>",
                    null);
        }
        if (dump.product().equals("sqlite")) {
            SqliteDump.load(dump, jdbc);
        } else {
            notNewer(dump, database);
            PostgresDump.load(dump, jdbc);
        }
    }

    private static void notNewer(Dump dump, Database database) {
        String version = database.id().version();
        int major = Integer.parseInt(version.replaceAll("\\D.*", ""));
        if (dump.major() > major) {
            throw ProblemException.setup(
                    "The dump " + dump.shownAs() + " comes from PostgreSQL " + dump.major() + ", newer than "
                            + database.id(),
                    dump.shownAs(),
                    "its first lines say: Dumped from database version " + dump.major(),
                    "Walk it on PostgreSQL " + dump.major()
                            + " or newer (<databases> of the <upgradePath>), or dump a server" + " of version " + major,
                    null);
        }
    }

    /** What a dump says that cannot be loaded. */
    public static ProblemException refused(Dump dump, int line, String sql, String seen, String next, Exception cause) {
        String first = sql.strip().lines().findFirst().orElse("");
        return ProblemException.setup(
                "The dump " + dump.shownAs() + " cannot be loaded",
                dump.shownAs() + ":" + line,
                first.isEmpty() ? seen : seen + "\nSQL: " + first,
                next,
                cause);
    }
}
