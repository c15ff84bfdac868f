package dev.stairway.backup;

import dev.stairway.backup.postgres.PointInTime;
import dev.stairway.backup.redis.RedisTool;
import dev.stairway.backup.sqlite.SqliteTool;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.database.postgres.ArchivingServer;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.fingerprint.ObjectChange;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A database with a little of everything in it, and the tools for it. */
public record Sources(DatabaseServer server, Database database) implements AutoCloseable {

    private static final Map<Integer, ArchivingServer> ARCHIVING = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ARCHIVING.values().forEach(ArchivingServer::close)));
    }

    private static final String TABLES = """
            CREATE TABLE customer (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL, note TEXT DEFAULT 'none');
            CREATE TABLE visit (id INTEGER PRIMARY KEY, customer INTEGER REFERENCES customer (id), day DATE);
            CREATE INDEX visit_day ON visit (day);
            CREATE VIEW named AS SELECT id, name FROM customer;
            INSERT INTO customer (id, name) VALUES (1, 'Ann'), (2, 'Zoë'), (3, 'O''Hara');
            INSERT INTO visit VALUES (1, 1, '2024-02-29'), (2, NULL, NULL);
            """;

    static ArchivingServer archiving(int major) {
        return ARCHIVING.computeIfAbsent(
                major,
                m -> ArchivingServer.start(
                        TestServers.postgresJar(m),
                        m,
                        TestServers.cache(),
                        TestServers.cache().resolve("run")));
    }

    /** @param name {@code postgresql-18}, {@code sqlite}, {@code redis-7.0} */
    static Sources of(String name) throws SQLException {
        String[] parts = name.split("-");
        DatabaseServer server = switch (parts[0]) {
            case "postgresql" -> archiving(Integer.parseInt(parts[1]));
            case "sqlite" -> TestServers.sqlite();
            default -> TestServers.redis(parts[1]);
        };
        Sources sources = new Sources(server, server.fresh("source"));
        sources.fill();
        return sources;
    }

    private void fill() throws SQLException {
        if (database instanceof JdbcDatabase) {
            run(TABLES);
            return;
        }
        try (RedisConnection redis = ((RedisDatabase) database).connect()) {
            redis.call("SET", "plain", "Zoë");
            redis.call("SET", "session", "short", "EX", "86400");
            redis.call("HSET", "user:1", "name", "Ann", "mail", "ann@example.org");
            redis.call("RPUSH", "queue", "a", "b");
            redis.call("ZADD", "rank", "1.5", "ann");
            redis.call("XADD", "log", "1-1", "what", "login");
            redis.call("XGROUP", "CREATE", "log", "readers", "0");
        }
    }

    /** Something that comes after the backup. */
    void change() throws SQLException {
        if (database instanceof JdbcDatabase) {
            run("ALTER TABLE customer ADD COLUMN age INTEGER; DELETE FROM visit; DROP VIEW named");
            return;
        }
        try (RedisConnection redis = ((RedisDatabase) database).connect()) {
            redis.call("DEL", "plain", "queue");
            redis.call("SET", "later", "1");
        }
    }

    void run(String sql) throws SQLException {
        try (Connection connection = ((JdbcDatabase) database).connect();
                Statement statement = connection.createStatement()) {
            for (String one : sql.split(";\\s*")) {
                statement.execute(one);
            }
        }
    }

    List<BackupTool> tools() {
        return switch (server.id().product()) {
            case "postgresql" -> List.of(new PointInTime((ArchivingServer) server, database, Clock.systemUTC()));
            case "sqlite" -> SqliteTool.all(server, (JdbcDatabase) database, Clock.systemUTC());
            default -> RedisTool.all(server, (RedisDatabase) database, Clock.systemUTC());
        };
    }

    BackupTool tool(String name) {
        return tools().stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Directory for one tool below one for all. */
    Backup take(BackupTool tool, Path directory) throws java.io.IOException {
        return tool.take("m1", java.nio.file.Files.createDirectories(directory.resolve(tool.name())));
    }

    static Map<String, String> fingerprint(Database database) throws SQLException {
        try (Fingerprinter fingerprinter = Fingerprinters.open(database, Set.of());
                var session = database.newSession()) {
            fingerprinter.readAll(session);
            Map<String, String> all = new TreeMap<>();
            fingerprinter
                    .groupKeys()
                    .forEach(key -> all.put(
                            key,
                            fingerprinter.group(key).orElseThrow().objects().toString()));
            fingerprinter
                    .tables()
                    .forEach((name, rows) -> all.put(
                            "rows of " + name,
                            rows.rows() + " " + rows.columns() + " "
                                    + rows.digest().hex()));
            return all;
        }
    }

    /** What the other one has otherwise, line by line. */
    public static List<String> differences(Database one, Database other) throws SQLException {
        return Snapshot.of(one, Set.of()).differences(Snapshot.of(other, Set.of())).stream()
                .map(ObjectChange::sentence)
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
