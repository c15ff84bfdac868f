package dev.stairway.database.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresContainerTest {

    private static DatabaseServer server;

    @BeforeAll
    static void start() {
        server = Containers.start("postgresql", "17");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
            assertThat(Containers.left()).isEmpty();
        }
    }

    @Test
    void it_says_what_it_is() {
        assertThat(server.id()).hasToString("postgresql 17 (container)");
        assertThat(server.serverVersion()).startsWith("17.");
    }

    @Test
    void it_is_set_up_like_the_embedded_one() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("set up")) {
            assertThat(text(database, "SHOW fsync")).isEqualTo("off");
            assertThat(text(database, "SHOW autovacuum")).isEqualTo("off");
            assertThat(text(database, "SHOW summarize_wal")).isEqualTo("on");
            assertThat(text(database, "SHOW wal_segment_size")).isEqualTo("1MB");
            assertThat(text(database, "SELECT datcollate FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("C");
            assertThat(text(database, "SELECT current_user")).isEqualTo("postgres");
        }
    }

    @Test
    void a_database_goes_back_to_its_checkpoint() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("checkpoints")) {
            run(database, "CREATE TABLE t (a int); INSERT INTO t VALUES (1)");
            try (Checkpoint checkpoint = database.checkpoint()) {
                for (int i = 0; i < 2; i++) {
                    run(database, "DELETE FROM t; CREATE TABLE u (b int)");
                    database.restore(checkpoint);
                    assertThat(text(database, "SELECT count(*)::text FROM t")).isEqualTo("1");
                    assertThat(text(database, "SELECT to_regclass('u')::text")).isNull();
                }
            }
        }
    }

    @Test
    void its_files_are_not_there() {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("files")) {
            assertThat(database.room()).isEmpty();
        }
    }

    private static String text(JdbcDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void run(JdbcDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
