package dev.stairway.database;

import static dev.stairway.database.DatabasesTest.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeldCommitTest {

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(18), TestServers.sqlite());
    }

    /** What a test does with a session that is in a step. */
    interface Step {
        void play(JdbcSession session, Connection connection) throws SQLException;
    }

    private static void inStep(DatabaseServer server, Step step) throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("held")) {
            DatabasesTest.execute(database, "CREATE TABLE t (id integer)");
            try (JdbcSession session = database.newSession()) {
                session.connection().setAutoCommit(false);
                session.begin();
                step.play(session, session.connection());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_committed_step_can_be_discarded_as_a_whole(DatabaseServer server) throws SQLException {
        inStep(server, (session, connection) -> {
            run(connection, "INSERT INTO t VALUES (1)");
            connection.commit();
            assertThat(session.discardable()).isTrue();
            session.discard();
            assertThat(number(session.raw(), "SELECT count(*) FROM t")).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_settled_step_survives_a_later_discard(DatabaseServer server) throws SQLException {
        inStep(server, (session, connection) -> {
            run(connection, "INSERT INTO t VALUES (1)");
            connection.commit();
            session.settle();
            session.discard();
            assertThat(number(session.raw(), "SELECT count(*) FROM t")).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_second_transaction_makes_the_first_real_after_the_probe_has_looked(DatabaseServer server)
            throws SQLException {
        inStep(server, (session, connection) -> {
            List<Long> seen = new ArrayList<>();
            session.beforeCommit(raw -> seen.add(number(raw, "SELECT count(*) FROM t")));
            run(connection, "INSERT INTO t VALUES (1)");
            connection.commit();
            assertThat(seen).isEmpty();
            run(connection, "INSERT INTO t VALUES (2)");
            assertThat(seen).containsExactly(1L);
            assertThat(session.discardable()).isFalse();
            connection.commit();
            session.discard();
            assertThat(number(session.raw(), "SELECT count(*) FROM t")).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_commit_with_nothing_before_it_is_not_a_transaction(DatabaseServer server) throws SQLException {
        inStep(server, (session, connection) -> {
            connection.commit();
            run(connection, "INSERT INTO t VALUES (1)");
            connection.commit();
            connection.commit();
            assertThat(session.discardable()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void bookkeeping_joins_the_held_transaction_and_is_not_work(DatabaseServer server) throws SQLException {
        inStep(server, (session, connection) -> {
            run(connection, "INSERT INTO t VALUES (1)");
            connection.commit();
            try (JdbcSession.Scope scope = session.bookkeeping()) {
                assertThat(scope).isNotNull();
                run(connection, "INSERT INTO t VALUES (100)");
                connection.commit();
            }
            assertThat(session.discardable()).isTrue();
            assertThat(session.work().statements())
                    .extracting(Work.Statement::sql)
                    .containsExactly("INSERT INTO t VALUES (1)");
            session.settle();
            assertThat(number(session.raw(), "SELECT count(*) FROM t")).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_rollback_right_after_a_held_commit_undoes_nothing(DatabaseServer server) throws SQLException {
        inStep(server, (session, connection) -> {
            run(connection, "INSERT INTO t VALUES (1)");
            connection.commit();
            connection.rollback();
            session.settle();
            assertThat(number(session.raw(), "SELECT count(*) FROM t")).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_rollback_without_a_commit_before_it_is_real(DatabaseServer server) throws SQLException {
        inStep(server, (session, connection) -> {
            run(connection, "INSERT INTO t VALUES (1)");
            connection.rollback();
            session.settle();
            assertThat(number(session.raw(), "SELECT count(*) FROM t")).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void switching_to_auto_commit_commits_what_is_held(DatabaseServer server) throws SQLException {
        inStep(server, (session, connection) -> {
            run(connection, "INSERT INTO t VALUES (1)");
            connection.commit();
            connection.setAutoCommit(true);
            assertThat(session.discardable()).isFalse();
            assertThat(session.ranOutsideTransaction()).isFalse();
            run(connection, "INSERT INTO t VALUES (2)");
            assertThat(session.ranOutsideTransaction()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_commit_in_the_sql_text_cannot_be_held_back(DatabaseServer server) throws SQLException {
        inStep(server, (session, connection) -> {
            run(connection, "INSERT INTO t VALUES (1)");
            assertThat(session.discardable()).isTrue();
            run(connection, "/* done */ COMMIT");
            assertThat(session.discardable()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void update_counts_and_batches_are_recorded(DatabaseServer server) throws SQLException {
        inStep(server, (session, connection) -> {
            try (var insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
                for (int id = 0; id < 3; id++) {
                    insert.setInt(1, id);
                    insert.addBatch();
                }
                insert.executeBatch();
                assertThat(insert.getConnection()).isSameAs(connection);
            }
            run(connection, "UPDATE t SET id = id + 1 WHERE id > 0");
            number(connection, "SELECT count(*) FROM t");
            assertThat(session.work().statements())
                    .extracting(Work.Statement::rows)
                    .containsExactly(3L, 2L, -1L);
            assertThat(session.work().databaseNanos()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void closing_the_engines_connection_does_nothing(DatabaseServer server) throws SQLException {
        inStep(server, (session, connection) -> {
            run(connection, "INSERT INTO t VALUES (1)");
            connection.close();
            assertThat(connection.isClosed()).isFalse();
            assertThat(number(connection, "SELECT count(*) FROM t")).isEqualTo(1);
        });
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
