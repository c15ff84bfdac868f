package dev.stairway.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.database.postgres.Blockers.Blocker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Who keeps a session waiting, as a lock timeout does not say. */
class BlockersTest {

    private JdbcDatabase database;
    private Connection holder;
    private Connection waiter;

    @BeforeEach
    void open() throws SQLException {
        database = (JdbcDatabase) TestServers.postgres(17).fresh("blockers");
        holder = database.connect();
        execute(holder, "create table item (id int, pass text)");
        holder.setAutoCommit(false);
        waiter = database.connect();
        execute(waiter, "set lock_timeout = '1s'");
    }

    @AfterEach
    void close() throws SQLException {
        waiter.close();
        holder.close();
        database.close();
    }

    @Test
    void whoHoldsTheTableIsNamedWithItsProcessAndItsQuery() throws SQLException {
        execute(holder, "lock table item\n  in access exclusive mode");

        Blocker blocker = single(timedOut());

        assertThat(blocker.process())
                .isEqualTo(holder.unwrap(PGConnection.class).getBackendPID());
        assertThat(blocker.state()).isEqualTo("idle in transaction");
        assertThat(blocker.query()).isEqualTo("lock table item in access exclusive mode");
        assertThat(blocker.seconds()).isPositive();
        assertThat(blocker.sentence()).startsWith("process " + blocker.process() + " (postgres");
    }

    @Test
    void aStatementThatNamesAPasswordIsNotShown() throws SQLException {
        execute(holder, "update item set pass = 'canary' /* PassWord */; lock table item in access exclusive mode");

        Blocker blocker = single(timedOut());

        assertThat(blocker.process())
                .isEqualTo(holder.unwrap(PGConnection.class).getBackendPID());
        assertThat(blocker.query()).isEmpty();
        assertThat(blocker.sentence()).doesNotContain("canary").endsWith(" s old");
    }

    /** Near miss: a transaction is open beside it, and is in nobody's way. */
    @Test
    void whoWaitsForNobodyHasNobodyInItsWay() throws SQLException {
        execute(holder, "insert into item values (1, 'x')");

        try (Blockers blockers = Blockers.of(waiter, database.connect())) {
            execute(waiter, "insert into item values (2, 'x'); select pg_sleep(0.2)");

            assertThat(blockers.seen()).isEmpty();
            assertThat(blockers.trouble()).isEmpty();
        }
    }

    private List<Blocker> timedOut() throws SQLException {
        try (Blockers blockers = Blockers.of(waiter, database.connect())) {
            assertThatThrownBy(() -> execute(waiter, "select * from item"))
                    .hasMessageContaining("canceling statement due to lock timeout");
            assertThat(blockers.trouble()).isEmpty();
            return blockers.seen();
        }
    }

    private static Blocker single(List<Blocker> blockers) {
        assertThat(blockers).hasSize(1);
        return blockers.get(0);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
