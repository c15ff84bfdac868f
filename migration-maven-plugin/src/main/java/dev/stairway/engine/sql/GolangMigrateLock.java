package dev.stairway.engine.sql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.CRC32;

/**
 * The numbers of golang-migrate's lock on PostgreSQL, which it makes of the name of its table, so that it and this plugin keep
 * out of each other's way: https://github.com/golang-migrate/migrate/blob/v4.19.0/database/util.go
 */
final class GolangMigrateLock {

    private static final long SALT = 1_486_364_155L;
    private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

    private GolangMigrateLock() {}

    /**
     * The command names the database by the path of its URL, and who uses the library by its name.
     *
     * @param table of the history, perhaps with a schema
     */
    static long[] numbers(Connection connection, String table) throws SQLException {
        String[] parts = table.split("\\.");
        String schema = parts.length > 1 ? parts[parts.length - 2] : connection.getSchema();
        String database = connection.getCatalog();
        String name = parts[parts.length - 1];
        return new long[] {number(schema, name, "/" + database), number(schema, name, database)};
    }

    static long number(String... names) {
        CRC32 sum = new CRC32();
        sum.update(String.join("\0", names).getBytes(StandardCharsets.UTF_8));
        return sum.getValue() * SALT & UNSIGNED_INT;
    }
}
