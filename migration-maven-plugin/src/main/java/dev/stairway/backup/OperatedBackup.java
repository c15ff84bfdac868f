package dev.stairway.backup;

import dev.stairway.backup.postgres.CatalogCopy;
import dev.stairway.backup.postgres.PgDump;
import dev.stairway.backup.postgres.PgPrograms;
import dev.stairway.backup.redis.RedisTool;
import dev.stairway.backup.sqlite.SqliteTool;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Backups of a database that people work with, through its own connections alone: nothing is asked of the server's files, and
 * what is put back goes into the very database.
 */
public final class OperatedBackup {

    private OperatedBackup() {}

    /**
     * Ways to back it up, the best first.
     *
     * @param server one whose only database it is
     */
    public static List<BackupTool> tools(DatabaseServer server, Database database, Clock clock) {
        List<BackupTool> tools = new ArrayList<>();
        switch (server.id().product()) {
            case "postgresql" -> {
                tools.add(new CatalogCopy(server, (JdbcDatabase) database, clock));
                PgPrograms.find(server.id().version())
                        .ifPresent(found -> tools.add(new PgDump(found, server, database, clock)));
            }
            case "sqlite" -> tools.add(named("backup-api", SqliteTool.all(server, (JdbcDatabase) database, clock)));
            default -> tools.add(named("dump-restore", RedisTool.all(server, (RedisDatabase) database, clock)));
        }
        return tools;
    }

    private static BackupTool named(String name, List<BackupTool> tools) {
        return tools.stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Puts a backup's content into the database. By catalog copy and in SQLite it is all or nothing. What pg_dump made goes into
     * a database that holds nothing else, and of Redis the keys that are there go first.
     *
     * @param server whose fresh database is this very one
     * @param replace false where nothing may be there
     * @throws ProblemException when the backup is damaged or of another product, or something is there
     */
    public static void putBack(DatabaseServer server, Database database, Backup backup, boolean replace, Clock clock) {
        backup.verify();
        Origin origin = backup.manifest().origin();
        if (!origin.product().equals(server.id().product())) {
            throw refused(
                    "The backup is of " + origin.product() + ", and the database of "
                            + server.id().product(),
                    backup.file().toString(),
                    "Name the backup of this database");
        }
        if (origin.tool().equals("catalog-copy")) {
            new CatalogCopy(server, (JdbcDatabase) database, clock).putBack(backup, replace);
            return;
        }
        if (!replace || origin.tool().equals("pg_dump")) {
            requireEmpty(server, database);
        }
        if (database instanceof RedisDatabase redis && replace) {
            try (RedisConnection connection = redis.connect()) {
                connection.call("FLUSHDB");
            }
        }
        tools(server, database, clock).stream()
                .filter(tool -> tool.name().equals(origin.tool()))
                .findFirst()
                .orElseThrow(() -> refused(
                        "Nothing here can put back what " + origin.tool() + " made",
                        backup.file().toString(),
                        "Install the " + origin.tool() + " of this version of the server"))
                .restore(backup)
                .close();
    }

    private static void requireEmpty(DatabaseServer server, Database database) {
        long there = things(server.id().product(), database);
        if (there > 0) {
            throw refused(
                    "The database is not empty",
                    there + (database instanceof RedisDatabase ? " keys" : " tables") + " are there",
                    "Name an empty database, or say that its content may be replaced: -Dmigration.replace; what pg_dump made"
                            + " goes into an empty one in any case");
        }
    }

    private static long things(String product, Database database) {
        if (database instanceof RedisDatabase redis) {
            try (RedisConnection connection = redis.connect()) {
                return (Long) connection.call("DBSIZE");
            }
        }
        String sql = product.equals("sqlite")
                ? "SELECT count(*) FROM sqlite_master"
                : "SELECT pg_catalog.count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid ="
                        + " c.relnamespace WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";
        try (Connection connection = ((JdbcDatabase) database).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "Nobody can say whether the database is empty", "", String.valueOf(e.getMessage()), "Try again", e);
        }
    }

    private static ProblemException refused(String what, String where, String next) {
        return ProblemException.setup(what, where, "", next, null);
    }
}
