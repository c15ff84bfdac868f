package dev.stairway.fingerprint.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.fingerprint.Watched;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteConnection;

/** Steps as an engine plays them by JDBC, in a database that is too large to compare all pages. */
class ObservedStepsTest {

    private static final String[] TABLES = {
        "CREATE TABLE touched (i INTEGER PRIMARY KEY, t TEXT)",
        "CREATE TABLE other (i INTEGER PRIMARY KEY, t TEXT)",
        "INSERT INTO touched VALUES (1, 'a')",
        "INSERT INTO other VALUES (1, 'a')",
    };

    @Test
    void the_rows_of_a_table_that_no_statement_opens_for_writing_are_not_read() throws Exception {
        try (Watched watched = watched()) {
            begin(watched);
            execute(watched.session.connection(), "UPDATE touched SET t = 'b'");
            // Behind the session's back, which nothing but a migration with the driver's connection could do.
            execute(watched.session.raw(), "UPDATE other SET t = 'b'");

            assertThat(watched.fingerprinter.read(watched.session).data()).containsOnlyKeys("touched");
        }
    }

    @Test
    void what_the_fast_reading_does_not_see_the_paranoid_one_names() throws Exception {
        try (Watched watched = Watched.by(
                (database, tables) -> Fingerprinters.checked(
                        SqliteFingerprinter.watching((JdbcDatabase) database, tables),
                        Fingerprinters.open(database, tables)),
                TestServers.sqlite())) {
            watched.keep(TABLES);
            begin(watched);
            execute(watched.session.connection(), "UPDATE touched SET t = 'b'");
            execute(watched.session.raw(), "UPDATE other SET t = 'b'");

            assertThat(watched.fingerprinter.read(watched.session).data()).containsOnlyKeys("touched", "other");
            assertThat(watched.fingerprinter.missed().data()).containsOnlyKeys("other");
        }
    }

    @Test
    void an_index_that_is_made_costs_no_reading_of_rows() throws Exception {
        try (Watched watched = watched()) {
            begin(watched);
            execute(watched.session.connection(), "CREATE INDEX other_t ON other (t)");
            execute(watched.session.connection(), "UPDATE touched SET t = 'b'");
            execute(watched.session.raw(), "UPDATE other SET t = 'b'");

            Difference step = watched.fingerprinter.read(watched.session);
            assertThat(step.schema()).containsOnlyKeys("table other");
            assertThat(step.data()).containsOnlyKeys("touched");
        }
    }

    @Test
    void a_step_that_takes_the_drivers_connection_is_read_wholly() throws Exception {
        try (Watched watched = watched()) {
            begin(watched);
            execute(watched.session.connection().unwrap(SQLiteConnection.class), "UPDATE other SET t = 'b'");

            seen(watched, "other");
        }
    }

    @Test
    void a_step_that_takes_the_drivers_statement_is_read_wholly() throws Exception {
        try (Watched watched = watched()) {
            begin(watched);
            try (Statement statement = watched.session.connection().createStatement()) {
                execute(statement.unwrap(Statement.class).getConnection(), "UPDATE other SET t = 'b'");
            }
            seen(watched, "other");
        }
    }

    @Test
    void a_step_that_commits_by_another_connection_is_read_wholly() throws Exception {
        try (Watched watched = watched()) {
            watched.session.connection().setAutoCommit(true);
            begin(watched);
            try (Connection another = ((JdbcDatabase) watched.database).connect()) {
                execute(another, "UPDATE other SET t = 'b'");
            }
            seen(watched, "other");
        }
    }

    @Test
    void what_another_connection_committed_before_a_step_is_read_with_it() throws Exception {
        try (Watched watched = watched()) {
            watched.session.connection().setAutoCommit(true);
            try (Connection another = ((JdbcDatabase) watched.database).connect()) {
                execute(another, "UPDATE other SET t = 'b'");
            }
            begin(watched);
            seen(watched, "other");
        }
    }

    @Test
    void a_prepared_statement_is_looked_at_again_after_a_trigger_was_added() throws Exception {
        try (Watched watched = watched()) {
            begin(watched);
            Connection connection = watched.session.connection();
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO touched (t) VALUES (?)")) {
                insert.setString(1, "x");
                insert.executeUpdate();
                execute(connection, "CREATE TRIGGER tr AFTER INSERT ON touched BEGIN UPDATE other SET t = new.t; END");
                insert.executeUpdate();
            }
            seen(watched, "touched", "other");
        }
    }

    @Test
    void a_statement_is_looked_at_again_after_a_rollback_has_brought_back_another_table() throws Exception {
        try (Watched watched = watched()) {
            begin(watched);
            Connection connection = watched.session.connection();
            Savepoint savepoint = connection.setSavepoint();
            execute(connection, "ALTER TABLE other RENAME TO third");
            execute(connection, "CREATE TABLE other (i INTEGER PRIMARY KEY, t TEXT)");
            execute(connection, "INSERT INTO other (t) VALUES ('same text')");
            connection.rollback(savepoint);
            execute(connection, "INSERT INTO other (t) VALUES ('same text')");

            seen(watched, "other");
        }
    }

    @Test
    void a_batch_of_several_texts_is_looked_at_text_by_text() throws Exception {
        try (Watched watched = watched()) {
            begin(watched);
            try (Statement statement = watched.session.connection().createStatement()) {
                statement.addBatch("INSERT INTO touched (t) VALUES ('; not an end')");
                statement.addBatch("INSERT INTO other (t) VALUES ('x')");
                statement.executeBatch();
            }
            seen(watched, "touched", "other");
        }
    }

    @Test
    void rows_that_a_trigger_adds_to_generated_ones_are_read() throws Exception {
        try (Watched watched = watched()) {
            watched.keep("CREATE TRIGGER tr AFTER INSERT ON touched BEGIN UPDATE other SET t = new.t; END");
            watched.session.connection().setAutoCommit(true);
            try (Connection filler = ((JdbcDatabase) watched.database).connect()) {
                execute(filler, "INSERT INTO touched (t) VALUES ('filled')");
            }
            assertThat(watched.fingerprinter
                            .readData(watched.session, Set.of("touched"))
                            .data())
                    .containsOnlyKeys("touched", "other");
            assertThat(watched.error().isEmpty()).isTrue();
        }
    }

    private static Watched watched() throws SQLException {
        Watched watched = Watched.by(
                (database, tables) -> SqliteFingerprinter.watching((JdbcDatabase) database, tables),
                TestServers.sqlite());
        watched.keep(TABLES);
        return watched;
    }

    private static void begin(Watched watched) throws SQLException {
        watched.session.begin();
        watched.fingerprinter.watch(watched.session);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void seen(Watched watched, String... tables) throws SQLException {
        Fingerprinter fingerprinter = watched.fingerprinter;
        assertThat(fingerprinter.read(watched.session).data()).containsOnlyKeys(tables);
        assertThat(watched.error().isEmpty()).isTrue();
    }
}
