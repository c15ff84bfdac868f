package dev.stairway.measure.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.measure.plan.Attempt.State;
import dev.stairway.measure.plan.QueryFile.Release;
import dev.stairway.measure.plan.postgres.PostgresPlanner;
import dev.stairway.measure.plan.sqlite.SqlitePlanner;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which values queries are tried with, and what comes of them. */
class AttemptsTest {

    private static final String SCHEMA = """
            create table "Team" (id integer primary key, "Name" varchar(20));
            create table member (id integer primary key, team_id integer not null references "Team",
              mail varchar(40) not null unique check (mail like '%@%'), state varchar(10) not null check (state in ('on', 'off')),
              joined date not null, score numeric(10, 2));
            insert into "Team" values (1, 'red'), (2, 'blue');
            insert into member
              with recursive n (i) as (select 1 union all select i + 1 from n where i < 2000)
              select i, 1 + i % 2, 'm' || i || '@a.org', case when i % 10 = 0 then 'off' else 'on' end, DATE, i from n;
            create index member_joined on member (joined);
            """;

    private static final String POSTGRES = """
            create type mood as enum ('sad', 'glad');
            create table note (id bigint generated always as identity primary key, key uuid not null unique, tags text[] not null,
              body jsonb not null, at timestamptz not null, mood mood not null, blob bytea);
            insert into note (key, tags, body, at, mood)
              select md5(i::text)::uuid, array['t' || i % 5], '{"a": 1}', now(), 'glad' from generate_series(1, 2000) i;
            """;

    private static Attempt attempt(DatabaseServer server, String sql) throws SQLException {
        return attempt(server, sql, 5_000);
    }

    private static Attempt attempt(DatabaseServer server, String sql, int limitMillis) throws SQLException {
        boolean postgres = server.id().product().equals("postgresql");
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("attempts");
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String schema =
                    SCHEMA.replace("DATE", postgres ? "date '2024-01-01' + i" : "date('2024-01-01', i || ' days')");
            for (String part : (schema + (postgres ? POSTGRES : "")).split(";")) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
            Query query = QueryReader.read(
                            List.of(new QueryFile("q.sql", sql, Release.PRESENT)),
                            server.id().product())
                    .get(0);
            Planner planner = postgres ? new PostgresPlanner(limitMillis) : new SqlitePlanner(limitMillis);
            return planner.attempts(connection, List.of(query), Map.of()).get(query);
        }
    }

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(14), TestServers.postgres(18), TestServers.sqlite());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void values_are_those_of_the_columns(DatabaseServer server) throws SQLException {
        Attempt attempt = attempt(
                server,
                "select * from member m join \"Team\" t on t.id = m.team_id where m.state = ? and t.id = ? limit ?");

        assertThat(attempt.state()).isEqualTo(State.WORKS);
        assertThat(attempt.values().get(0)).contains("on");
        assertThat(attempt.values().get(1)).isIn("1", "2");
        assertThat(attempt.values().get(2)).isEqualTo("20");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_new_row_is_one_that_the_constraints_let_in(DatabaseServer server) throws SQLException {
        String insert =
                "insert into member (id, team_id, mail, state, joined) values (:a, :b, :c, :d, :e), (:f, :b, :g, :d, :e)";

        assertThat(attempt(server, insert)).satisfies(attempt -> {
            assertThat(attempt.message()).isEmpty();
            assertThat(attempt.state()).isEqualTo(State.WORKS);
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void an_insert_may_name_no_columns(DatabaseServer server) throws SQLException {
        assertThat(attempt(server, "insert into member values (?, ?, ?, ?, ?, ?)")
                        .message())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void refused_values_say_nothing_about_a_query(DatabaseServer server) throws SQLException {
        assertThat(attempt(server, "delete from \"Team\" where id = :id").state())
                .isEqualTo(State.VALUES_REFUSED);
        assertThat(attempt(server, "insert into member (id, mail) values (:id, :mail)")
                        .state())
                .isEqualTo(State.FAILS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "14 # select * from member where id = any(:ids)",
                "18 # select * from member where (:state is null or state = :state)",
                "14 # select * from member where mail like :mail || '%'",
                "18 # select * from note where key = :key and tags @> :tags and body @> :body",
                "18 # select * from note where body ? 'a' and mood = :mood",
                "14 # insert into note (key, tags, body, at, mood, blob) values (?, ?, ?, ?, ?, ?)",
                "14 # insert into note (key, tags, body, at, mood) values (?, ?, ?, ?, ?) on conflict (key) do update set at = now()",
                "18 # with m as (update member set score = score + :more where id = :id returning *) select * from m",
                "18 # select * from member where joined between :from and :till order by joined offset :o limit :n",
                "18 # merge into member m using note n on m.id = n.id when matched then update set score = ?",
                "14 # select to_char(joined, ?) from member where id = ?",
                "18 # select * from member where joined > now() - interval '1 day' * ?",
                "18 # select * from member order by id fetch first ? rows only",
                "14 # select * from member where (team_id, state) in ((?, ?))",
                "14 # values (1), (2)",
                "18 # select * from generate_series(1, ?) g",
                "18 # select '{\"a\": 5}'::json->>?",
                "18 # table member",
                "14 # select :a + score from member where id = :id"
            })
    void postgresql_takes_what_applications_send(int major, String sql) throws SQLException {
        assertThat(attempt(TestServers.postgres(major), sql)).satisfies(attempt -> {
            assertThat(attempt.message()).isEmpty();
            assertThat(attempt.plan()).isNotNull();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "replace into member (id, team_id, mail, state, joined) values (?1, ?2, ?3, ?4, ?5)",
                "insert or ignore into \"Team\" (id, [Name]) values (@id, $name)",
                "select * from member where id in (:a, :b) order by joined limit :n offset :o",
                "select * from member indexed by member_joined where joined > :day",
                "with recursive x (n) as (select 1 union all select n + 1 from x where n < :n) select * from x",
                "update member set score = score + ? where mail = ? returning id",
                "select * from member where mail glob ? or `state` = ?"
            })
    void sqlite_takes_what_applications_send(String sql) throws SQLException {
        assertThat(attempt(TestServers.sqlite(), sql)).satisfies(attempt -> {
            assertThat(attempt.message()).isEmpty();
            assertThat(attempt.plan()).isNotNull();
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_query_that_takes_too_long_is_neither_right_nor_wrong(DatabaseServer server) throws SQLException {
        String endless =
                "update member set score = (select count(*) from member a, member b, member c where a.id + b.id > c.id)";

        assertThat(attempt(server, endless, 300).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void what_only_a_driver_knows_the_type_of_is_neither_right_nor_wrong() throws SQLException {
        assertThat(attempt(TestServers.postgres(18), "select $1 - $2 from member")
                        .state())
                .isIn(State.UNKNOWN, State.WORKS);
        assertThat(attempt(TestServers.postgres(18), "select date_trunc($1, $2)")
                        .state())
                .isEqualTo(State.UNKNOWN);
    }
}
