package dev.stairway.fingerprint.postgres;

import dev.stairway.fingerprint.TableHasher;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows of one table as they come out of COPY: the fastest way out of the server that has the values as text. The server
 * makes the text of the next rows while the last ones are hashed here.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>
 */
final class RowStream {

    private RowStream() {}

    /** Reads all rows; the caller has pinned the settings on which the text of values depends. */
    static void read(Connection connection, Relation relation, TableHasher hasher) throws SQLException {
        read(connection, relation, List.of(""), hasher);
    }

    /**
     * Reads some rows in one snapshot.
     *
     * @param conditions each begins with WHERE; a row of which several are true is read several times
     */
    static void read(Connection connection, Relation relation, List<String> conditions, TableHasher hasher)
            throws SQLException {
        CopyText parser = new CopyText(relation.columns(), hasher);
        // COPY of the table itself leaves out generated columns and knows no materialized views.
        String select = "SELECT " + relation.columnList() + " FROM ONLY " + relation.name();
        String sql = conditions.stream()
                .map(condition -> select + condition)
                .collect(Collectors.joining(" UNION ALL ", "COPY (", ") TO STDOUT"));
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        try {
            for (byte[] line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
                parser.row(line);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
