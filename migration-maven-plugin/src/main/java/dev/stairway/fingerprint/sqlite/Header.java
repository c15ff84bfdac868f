package dev.stairway.fingerprint.sqlite;

import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;

/**
 * The part of the file header that a migration can set.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#the_database_header">The Database Header</a>
 */
final class Header {

    /** What SQLite answers where no size is stored; a stored one is never negative. */
    private static final String NO_CACHE_SIZE = "-";

    private Header() {}

    static SchemaGroup read(Connection connection) throws SQLException {
        TreeMap<String, String> attributes = new TreeMap<>();
        put(attributes, "user version", Pragmas.text(connection, "user_version"), "0");
        put(attributes, "application id", Pragmas.text(connection, "application_id"), "0");
        String cacheSize = Pragmas.text(connection, "default_cache_size");
        put(attributes, "default cache size", cacheSize.startsWith(NO_CACHE_SIZE) ? "" : cacheSize, "");
        put(attributes, "encoding", Pragmas.text(connection, "encoding"), "UTF-8");
        String autoVacuum = Pragmas.text(connection, "auto_vacuum");
        put(
                attributes,
                "auto vacuum",
                autoVacuum.equals("1") ? "full" : autoVacuum.equals("2") ? "incremental" : "",
                "");
        put(attributes, "journal mode", Pragmas.text(connection, "journal_mode").equals("wal") ? "wal" : "", "");
        attributes.put("page size", Pragmas.text(connection, "page_size"));
        return Groups.of(new SchemaObject("database", "main", attributes), List.of());
    }

    private static void put(TreeMap<String, String> attributes, String name, String value, String usual) {
        if (!value.equals(usual)) {
            attributes.put(name, value);
        }
    }
}
