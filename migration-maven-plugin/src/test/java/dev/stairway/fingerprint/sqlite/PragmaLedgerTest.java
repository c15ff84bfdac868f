package dev.stairway.fingerprint.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import dev.stairway.fingerprint.AttributeLedger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A pragma, or a column of one, about which nobody has decided fails here. */
class PragmaLedgerTest {

    private static final Set<String> READ =
            Set.of("table_xinfo(t)", "table_list", "index_list(t)", "index_xinfo(i)", "foreign_key_list(t)");

    @Test
    void every_pragma_and_every_column_is_decided_on() throws SQLException {
        Set<String> live = new TreeSet<>();
        try (Database database = TestServers.sqlite().fresh("ledger");
                JdbcSession session = (JdbcSession) database.newSession();
                Statement statement = session.connection().createStatement()) {
            statement.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a REFERENCES t)");
            statement.execute("CREATE INDEX i ON t (a)");
            try (ResultSet rows = statement.executeQuery("SELECT name FROM pragma_pragma_list")) {
                while (rows.next()) {
                    live.add("pragma." + rows.getString(1));
                }
            }
            for (String pragma : READ) {
                addColumns(live, statement, pragma.replaceAll("\\(.*", ""), "PRAGMA " + pragma);
            }
            addColumns(live, statement, "sqlite_schema", "SELECT * FROM sqlite_schema");
        }

        assertThat(live).hasSizeGreaterThan(80);
        assertThat(AttributeLedger.read("sqlite").columns(3)).containsExactlyElementsOf(live);
    }

    @Test
    void what_is_left_out_has_a_reason() {
        assertThat(AttributeLedger.read("sqlite").entries())
                .filteredOn(entry -> entry.how().equals("ignored"))
                .allSatisfy(entry -> assertThat(entry.why()).contains(" "));
    }

    private static void addColumns(Set<String> into, Statement statement, String name, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            ResultSetMetaData columns = rows.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                into.add(name + "." + columns.getColumnLabel(i));
            }
        }
    }
}
