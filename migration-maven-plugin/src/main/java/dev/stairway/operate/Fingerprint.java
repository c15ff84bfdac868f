package dev.stairway.operate;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Session;
import dev.stairway.database.provider.OperatedServer;
import dev.stairway.database.redis.OperatedRedis;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * What a database held at one moment.
 *
 * @param schema digest; empty where it was not read
 * @param data digest; empty where it was not read
 * @param notRead why not; empty where it was
 */
public record Fingerprint(String schema, String data, String notRead) {

    /** Of a moment that was never looked at. */
    public static final Fingerprint NONE = new Fingerprint("", "", "not looked at");

    /** @param most size above which it is not read, since every row is */
    static Fingerprint of(OperatedServer server, Set<String> bookkeeping, long most) {
        try {
            long bytes = bytes(server);
            if (bytes > most) {
                return new Fingerprint(
                        "", "", "the database takes " + (bytes >> 20) + " MiB, more than <fingerprintMegabytes>");
            }
            try (Fingerprinter fingerprinter = Fingerprinters.open(server.database(), bookkeeping);
                    Session session = server.database().newSession()) {
                fingerprinter.readAll(session);
                return new Fingerprint(
                        fingerprinter.schemaDigest().hex(),
                        fingerprinter.dataDigest().hex(),
                        "");
            }
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "The schema cannot be read",
                    server.place(),
                    String.valueOf(e.getMessage()),
                    "Look for locks that others hold, and for rights that the user lacks",
                    e);
        }
    }

    private static long bytes(OperatedServer server) throws SQLException {
        if (server.database() instanceof OperatedRedis redis) {
            try (RedisConnection connection = redis.connect()) {
                String info = new String((byte[]) connection.call("INFO", "memory"), StandardCharsets.UTF_8);
                return Long.parseLong(info.replaceFirst("(?s).*used_memory:(\\d+).*", "$1"));
            }
        }
        String sql = server.id().product().equals("sqlite")
                ? "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
                : "SELECT pg_catalog.pg_database_size(pg_catalog.current_database())";
        try (Connection connection = ((JdbcDatabase) server.database()).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** True where both were read and are equal. */
    public boolean same(Fingerprint other) {
        return !schema.isEmpty() && schema.equals(other.schema) && data.equals(other.data);
    }

    /** For the audit trail: schema and data, or nothing. */
    public String text() {
        return schema.isEmpty() ? "" : schema + ":" + data;
    }
}
