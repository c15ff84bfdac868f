package dev.stairway.measure.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.measure.plan.QueryFile.Release;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of plans where nothing may be executed. */
class NamedPlansTest {

    private static final String SCHEMA = """
            create table member (id integer primary key, mail varchar(40) not null, state varchar(10));
            create index member_mail on member (mail);
            create view everybody as select * from member;
            insert into member
              with recursive n (i) as (select 1 union all select i + 1 from n where i < 500)
              select i, 'm' || i || '@a.org', 'on' from n;
            """;

    private static final String QUERIES = """
            -- name: by_mail :one
            SELECT id FROM member WHERE mail = :mail;
            -- name: add
            INSERT INTO member (id, mail, state) VALUES (?, ?, ?);
            -- name: remove
            DELETE FROM member WHERE id = $1;
            -- name: all_of_them
            SELECT * FROM everybody;
            -- name: never
            SELECT nothing FROM member;
            """;

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(14), TestServers.postgres(18), TestServers.sqlite());
    }

    private static Replanning replanned(DatabaseServer server, String queries, double factor, String change)
            throws SQLException {
        NamedPlans plans = NamedPlans.of(
                        server.id().product(), List.of(new QueryFile("q.sql", queries, Release.PRESENT)))
                .orElseThrow();
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("named_plans")) {
            execute(database, SCHEMA);
            try (Connection connection = database.connect()) {
                plans.before(connection);
            }
            execute(database, change);
            try (Connection connection = database.connect()) {
                return plans.after(connection, factor);
            }
        }
    }

    private static void execute(JdbcDatabase database, String script) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String part : script.split(";")) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aQueryWhoseColumnIsGoneIsBrokenAndOneThatNeverWorkedIsNot(DatabaseServer server) throws SQLException {
        Replanning seen = replanned(server, QUERIES, 10, "alter table member rename column state to status");
        assertThat(seen.queries()).isEqualTo(5);
        assertThat(seen.broken())
                .singleElement()
                .asString()
                .startsWith("add (q.sql:4) can no longer be planned: ")
                .contains("state");
        assertThat(seen.unplanned())
                .singleElement()
                .asString()
                .startsWith("never (q.sql:10) could not be planned before either: ");
        assertThat(seen.dearer()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anIndexThatIsGoneIsToldAndOneThatIsExchangedIsNot(DatabaseServer server) throws SQLException {
        String query = "select id from member where mail = :mail";
        assertThat(replanned(server, query, 10, "drop index member_mail").dearer())
                .containsExactly("q (q.sql:1) reads all of member, which went by an index before");
        assertThat(replanned(
                                server,
                                query,
                                10,
                                "drop index member_mail; create index better on member (mail, state);"
                                        + "alter table member add column more integer")
                        .lines())
                .isEmpty();
    }

    @Test
    void aCostThatGrowsBeyondTheFactorIsToldAndOneBelowItIsNot() throws SQLException {
        String query = "select count(*) from member";
        String change = "insert into member select i, 'x', 'on' from generate_series(1000, 20000) i; analyze member";
        assertThat(replanned(TestServers.postgres(18), query, 10, change).dearer())
                .singleElement()
                .asString()
                .startsWith("q (q.sql:1) costs more than 10 times as much by the planner's estimate: ");
        assertThat(replanned(TestServers.postgres(18), query, 1000, change).lines())
                .isEmpty();
        // Twelve times as much, and nothing that anybody would feel.
        assertThat(replanned(TestServers.postgres(18), "select 1", 10, "create table other (id integer)")
                        .lines())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void nothingIsExecutedAndNothingCanBeWritten(DatabaseServer server) throws SQLException {
        boolean postgres = server.id().product().equals("postgresql");
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("named_plans");
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            execute(database, SCHEMA + (postgres ? "create sequence counter" : ""));
            String queries = QUERIES + (postgres ? "-- name: next\nSELECT nextval('counter');" : "");
            NamedPlans plans = NamedPlans.of(
                            server.id().product(), List.of(new QueryFile("q.sql", queries, Release.PRESENT)))
                    .orElseThrow();
            plans.before(connection);
            assertThat(plans.after(connection, 10).broken()).isEmpty();
            assertThatThrownBy(() -> statement.execute("delete from member")).hasMessageMatching("(?i).*read-?only.*");
            try (ResultSet row = statement.executeQuery(
                    postgres
                            ? "select (select count(*) from member), (select is_called::text from counter)"
                            : "select (select count(*) from member), 'false'")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(500);
                assertThat(row.getString(2)).isEqualTo("false");
            }
        }
    }

    @Test
    void aTableThatSomebodyLocksIsNotPassedForBroken() throws SQLException {
        NamedPlans plans = NamedPlans.of(
                        "postgresql", List.of(new QueryFile("q.sql", "select id from member", Release.PRESENT)))
                .orElseThrow();
        try (JdbcDatabase database = (JdbcDatabase) TestServers.postgres(18).fresh("named_plans");
                Connection other = database.connect();
                Connection connection = database.connect();
                Statement statement = other.createStatement();
                Statement limit = connection.createStatement()) {
            execute(database, SCHEMA);
            plans.before(connection);
            other.setAutoCommit(false);
            statement.execute("lock table member in access exclusive mode");
            limit.execute("set lock_timeout = 50");
            Replanning seen = plans.after(connection, 10);
            assertThat(seen.broken()).isEmpty();
            assertThat(seen.unplanned())
                    .singleElement()
                    .asString()
                    .startsWith("q (q.sql:1) was not planned: ")
                    .contains("lock timeout");
        }
    }

    @Test
    void whereThereIsNoQueryOrNoPlanNothingIsAsked() {
        assertThat(NamedPlans.of("redis", List.of(new QueryFile("q.sql", "select 1", Release.PRESENT))))
                .isEmpty();
        assertThat(NamedPlans.of("postgresql", List.of())).isEmpty();
        assertThat(NamedPlans.of(
                        "postgresql",
                        List.of(new QueryFile("q.sql", "-- databases: sqlite\nselect 1", Release.PRESENT))))
                .isEmpty();
    }
}
