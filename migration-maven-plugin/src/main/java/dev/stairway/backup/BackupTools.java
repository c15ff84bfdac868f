package dev.stairway.backup;

import dev.stairway.backup.postgres.CatalogCopy;
import dev.stairway.backup.postgres.PgDump;
import dev.stairway.backup.postgres.PgPrograms;
import dev.stairway.backup.postgres.PointInTime;
import dev.stairway.backup.redis.RedisTool;
import dev.stairway.backup.sqlite.SqliteTool;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.postgres.ArchivingServer;
import dev.stairway.database.redis.RedisDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tools for a database.
 *
 * @param tools all that can be used on it
 * @param notTried those that cannot be used, with the reason, one sentence each
 */
public record BackupTools(List<BackupTool> tools, List<String> notTried) {

    public BackupTools {
        tools = List.copyOf(tools);
        notTried = List.copyOf(notTried);
    }

    /** @param database of the server */
    public static BackupTools of(DatabaseServer server, Database database, Clock clock) {
        return switch (server.id().product()) {
            case "postgresql" ->
                postgres(server, database, clock, PgPrograms.find(server.id().version()));
            case "sqlite" -> of(SqliteTool.all(server, (JdbcDatabase) database, clock));
            case "redis", "valkey" -> redis(server, (RedisDatabase) database, clock);
            default -> none(server);
        };
    }

    private static BackupTools of(List<BackupTool> tools) {
        return new BackupTools(tools, List.of());
    }

    private static BackupTools none(DatabaseServer server) {
        return new BackupTools(List.of(), List.of("Nobody knows how to back up " + server.id()));
    }

    static BackupTools postgres(DatabaseServer server, Database database, Clock clock, Optional<PgPrograms> programs) {
        List<BackupTool> tools = new ArrayList<>();
        List<String> notTried = new ArrayList<>();
        if (server instanceof ArchivingServer archiving) {
            tools.add(new PointInTime(archiving, database, clock));
        } else {
            notTried.add("point-in-time was not tried: the server was not started for it");
        }
        tools.add(new CatalogCopy(server, (JdbcDatabase) database, clock));
        programs.ifPresentOrElse(
                found -> tools.add(new PgDump(found, server, database, clock)),
                () -> notTried.add("pg_dump was not tried: there is no pg_dump "
                        + server.id().version() + " with its pg_restore on the PATH or where packages put it"));
        return new BackupTools(tools, notTried);
    }

    /** A server has to be started for the restored keys, besides the one that holds the others. */
    private static BackupTools redis(DatabaseServer server, RedisDatabase database, Clock clock) {
        return server.id().provider().equals("embedded") ? of(RedisTool.all(server, database, clock)) : none(server);
    }
}
