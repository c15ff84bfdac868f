package dev.stairway.measure.traffic.jdbc;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.measure.traffic.TableTraffic.Kind;
import java.sql.SQLException;
import java.util.Optional;

/** Reads or writes random rows of one table. */
final class TableProbe extends JdbcProbe {

    private final Kind kind;
    private Table table;
    private int next;

    TableProbe(JdbcDatabase database, Dialect dialect, Table table, Kind kind) throws SQLException {
        super(database, dialect);
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
    boolean learn(Line connected) throws SQLException {
        Optional<Table> found = dialect().shared().filter(table::equals).isPresent()
                ? Optional.of(table)
                : dialect().table(connected.connection(), table.name());
        found.ifPresent(same -> table = same);
        return found.isPresent() && !table.calls(kind).isEmpty();
    }
}
