package dev.stairway.measure.traffic.jdbc;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.measure.traffic.TableTraffic.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Reads or writes random rows of one table. */
final class TableProbe extends JdbcProbe {

    private final Kind kind;
    private Table table;
    private int next;

    TableProbe(JdbcDatabase database, Dialect dialect, Duration patience, Line line, Table table, Kind kind) {
        super(database, dialect, patience, line);
        this.table = table;
        this.kind = kind;
    }

    @Override
    public String table() {
        return table.name();
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    void call(Line connected) throws SQLException {
        String sql = table.calls(kind).get(next++ % table.calls(kind).size());
        dialect().run(connected.statement(), sql, kind);
    }

    @Override
    void learn(Line connected) throws SQLException {
        if (dialect().shared().filter(table::equals).isEmpty()) {
            table = dialect()
                    .table(connected.connection(), table.name())
                    .orElseGet(() -> new Table(table.name(), List.of(), List.of()));
        }
    }

    @Override
    boolean able() {
        return !table.calls(kind).isEmpty();
    }
}
