package dev.stairway.fingerprint.sqlite;

import dev.stairway.database.sqlite.SqliteCalls;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The database as the connection sees it, uncommitted changes included, page by page with the table or index that owns
 * each page. Comparing two of them tells which tables changed; of all ways tried only this one misses nothing (update
 * hooks miss DELETE without WHERE, DROP and tables without rowid).
 *
 * @see <a href="https://www.sqlite.org/dbstat.html">The DBSTAT Virtual Table</a>
 */
final class Pages {

    private static final int HEADER = 100;
    private static final int PAGE_SIZE_AT = 16;

    private final byte[] image;
    private final int pageSize;
    private final String[] owners;

    private Pages(byte[] image, int pageSize, String[] owners) {
        this.image = image;
        this.pageSize = pageSize;
        this.owners = owners;
    }

    /** @param last reading before; null for none */
    static Pages read(Connection connection, Pages last) throws SQLException {
        byte[] image = SqliteCalls.of(connection).image(connection);
        int pageSize = image.length < HEADER ? 1 : pageSize(image);
        boolean same = last != null && Arrays.equals(image, last.image);
        return same ? last : new Pages(image, pageSize, owners(connection, image.length / pageSize));
    }

    /** Names of the tables and indexes that own a page that differs, on either side; nothing else changed. */
    Set<String> changed(Pages other) {
        Set<String> names = new HashSet<>();
        if (other == this) {
            return names;
        }
        int pages = Math.max(owners.length, other.owners.length);
        for (int page = 0; page < pages; page++) {
            if (pageSize != other.pageSize || differs(other, page)) {
                addOwner(names, page);
                other.addOwner(names, page);
            }
        }
        return names;
    }

    private boolean differs(Pages other, int page) {
        if (page >= owners.length || page >= other.owners.length) {
            return true;
        }
        // The first page starts with the header, in which counters change with every transaction.
        int from = page * pageSize + (page == 0 ? HEADER : 0);
        int to = (page + 1) * pageSize;
        return !Arrays.equals(image, from, to, other.image, from, to);
    }

    private void addOwner(Set<String> names, int page) {
        if (page < owners.length && owners[page] != null) {
            names.add(owners[page]);
        }
    }

    /** True where the driver has images, and one takes no more than these bytes. */
    static boolean fit(Connection connection, long bytes) throws SQLException {
        return SqliteCalls.of(connection).hasImages()
                && Pragmas.number(connection, "page_count") * Pragmas.number(connection, "page_size") <= bytes;
    }

    /** 1 stands for 65536, says the file format. */
    private static int pageSize(byte[] image) {
        int size = (image[PAGE_SIZE_AT] & 0xff) << 8 | image[PAGE_SIZE_AT + 1] & 0xff;
        return size == 1 ? 65536 : size;
    }

    private static String[] owners(Connection connection, int pages) throws SQLException {
        String[] owners = new String[pages];
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT name, group_concat(pageno) FROM dbstat GROUP BY name")) {
            while (rows.next()) {
                String name = rows.getString(1);
                for (String page : rows.getString(2).split(",")) {
                    owners[Integer.parseInt(page) - 1] = name;
                }
            }
        }
        return owners;
    }
}
