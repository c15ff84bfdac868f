package dev.stairway.data.postgres;

import dev.stairway.data.jdbc.Names;
import dev.stairway.data.jdbc.Part;
import dev.stairway.data.model.RowStream;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Cells;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Rows through COPY, which needs neither parsing nor planning per row. While the server stores what is in the socket's
 * buffer, this side makes the next rows.
 */
final class CopyStream implements RowStream {

    private static final int SENT_AT_ONCE = 1 << 16;

    private final Part part;
    private final CopyManager manager;
    private final String sql;
    private final CopyCells cells = new CopyCells(SENT_AT_ONCE + SENT_AT_ONCE / 4);
    private CopyIn copy;

    CopyStream(Connection connection, Table table, List<String> columns) throws SQLException {
        part = new Part(connection);
        manager = connection.unwrap(PGConnection.class).getCopyAPI();
        sql = "COPY " + table.sqlName() + " (" + Names.quoted(columns) + ") FROM STDIN";
    }

    @Override
    public Cells cells() {
        return cells;
    }

    @Override
    public void endRow() throws SQLException {
        cells.endRow();
        if (cells.length() >= SENT_AT_ONCE) {
            send();
        }
    }

    private void send() throws SQLException {
        if (copy == null) {
            part.begin();
            copy = manager.copyIn(sql);
        }
        copy.writeToCopy(cells.bytes(), 0, cells.length());
        cells.clear();
    }

    @Override
    public long store() throws SQLException {
        if (cells.length() > 0) {
            send();
        }
        if (copy == null) {
            return 0;
        }
        part.add(copy.endCopy());
        copy = null;
        return part.keep();
    }

    @Override
    public void discard() throws SQLException {
        cells.clear();
        if (copy == null) {
            return;
        }
        CopyIn broken = copy;
        copy = null;
        if (broken.isActive()) {
            broken.cancelCopy();
        }
        part.undo();
    }

    @Override
    public void close() throws SQLException {
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
        copy = null;
    }
}
