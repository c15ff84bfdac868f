package dev.stairway.measure.traffic.jdbc;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.measure.traffic.Clients;
import dev.stairway.measure.traffic.TableTraffic.Kind;
import java.sql.SQLException;
import java.util.Collection;

/** A transaction that has read every table and stays open until it is closed. */
final class Held implements Clients.Ending {

    private final Line line;

    private Held(Line line) {
        this.line = line;
    }

    static Held open(JdbcDatabase database, Dialect dialect, Collection<Table> tables) throws SQLException {
        Line line = Line.open(database, dialect);
        try {
            line.connection().setAutoCommit(false);
            for (Table table : tables) {
                for (String sql :
                        table.reads().subList(0, Math.min(1, table.reads().size()))) {
                    dialect.run(line.statement(), sql, Kind.READ);
                }
            }
            return new Held(line);
        } catch (SQLException | RuntimeException failed) {
            line.close();
            throw failed;
        }
    }

    @Override
    public void close() {
        try (line) {
            line.connection().rollback();
        } catch (SQLException gone) {
            // The server ended its side before, and nothing is held any more.
            return;
        }
    }
}
