package dev.stairway.fingerprint.postgres;

import dev.stairway.fingerprint.TableHasher;
import java.sql.Connection;
import java.sql.SQLException;
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

    /** All rows; the caller has pinned the settings on which the text of values depends. */
    static void read(Connection connection, Relation relation, TableHasher hasher) throws SQLException {
        CopyText parser = new CopyText(relation.columns(), hasher);
        // COPY of the table itself leaves out generated columns and knows no materialized views.
        String sql = "COPY (SELECT " + relation.columnList() + " FROM ONLY " + relation.name() + ") TO STDOUT";
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
