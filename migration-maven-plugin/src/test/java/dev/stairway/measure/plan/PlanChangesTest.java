package dev.stairway.measure.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.measure.plan.QueryChange.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What migrations do to plans, on every product that shows them. */
class PlanChangesTest {

    private static final String PERSONS = """
            create table person (id integer primary key, email varchar(50) not null, city varchar(20), born date);
            insert into person
              with recursive n (i) as (select 1 union all select i + 1 from n where i < 5000)
              select i, 'p' || i || '@example.org', 'city ' || (i %% 400), '2000-01-01'%s from n;
            create index person_email on person (email);
            """;

    private static final String FIND = "-- name: find_person :one\nselect id, city from person where email = :email;\n"
            + "-- name: by_id\nselect * from person where id = $1;\n";

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(14), TestServers.postgres(18), TestServers.sqlite());
    }

    private static Followed persons(DatabaseServer server, String queries) throws SQLException {
        boolean postgres = server.id().product().equals("postgresql");
        return Followed.of(server, queries).given(PERSONS.formatted(postgres ? "::date" : ""));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void an_index_that_is_dropped_is_lost_to_the_query_that_used_it(DatabaseServer server) throws SQLException {
        try (Followed followed = persons(server, FIND)) {
            List<QueryChange> changes = followed.migrate("drop index person_email");

            assertThat(changes).singleElement().satisfies(change -> {
                assertThat(change.kind()).isEqualTo(Kind.INDEX_LOST);
                assertThat(change.query()).isEqualTo("find_person");
                assertThat(change.migration()).isEqualTo("m1");
                assertThat(change.place()).isEqualTo("queries/shop.sql:2");
                assertThat(change.text())
                        .startsWith("find_person no longer uses person_email and reads all of person (5000 rows)");
                assertThat(change.before()).anyMatch(line -> line.contains("person_email"));
                assertThat(change.after()).noneMatch(line -> line.contains("person_email"));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void an_index_that_no_query_used_can_go(DatabaseServer server) throws SQLException {
        try (Followed followed = persons(server, "select * from person where id = ?")) {
            assertThat(followed.migrate("drop index person_email")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void an_index_under_another_name_is_another_plan_and_no_loss(DatabaseServer server) throws SQLException {
        try (Followed followed = persons(server, FIND)) {
            List<QueryChange> changes =
                    followed.migrate("drop index person_email; create index by_email on person (email)");

            assertThat(changes).extracting(QueryChange::kind).containsExactly(Kind.PLAN_CHANGED);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_migration_of_another_table_changes_no_plan(DatabaseServer server) throws SQLException {
        try (Followed followed = persons(server, FIND)) {
            assertThat(followed.migrate("create table other (id integer primary key)"))
                    .isEmpty();
            assertThat(followed.migrate("alter table person add column note varchar(10)"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_view_that_reads_another_large_table_reads_it_whole(DatabaseServer server) throws SQLException {
        String copies = "create table copy (id integer, email varchar(50));"
                + "insert into copy select id, email from person;"
                + "create view found as select id, email from person";
        try (Followed followed = persons(server, "select * from found where email = #{email}")) {
            followed.execute(copies);

            List<QueryChange> changes =
                    followed.migrate("drop view found; create view found as select id, email from copy");

            assertThat(changes).singleElement().satisfies(change -> {
                assertThat(change.kind()).isEqualTo(Kind.SEQUENTIAL_SCAN);
                assertThat(change.text()).contains("reads all of copy (5000 rows)");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_small_table_may_be_read_whole(DatabaseServer server) throws SQLException {
        String copies = "create table copy (id integer, email varchar(50));"
                + "insert into copy select id, email from person where id < 100;"
                + "create view found as select id, email from person";
        try (Followed followed = persons(server, "select * from found where email = :email")) {
            followed.execute(copies);

            assertThat(followed.migrate("drop view found; create view found as select id, email from copy"))
                    .extracting(QueryChange::kind)
                    .doesNotContain(Kind.SEQUENTIAL_SCAN, Kind.INDEX_LOST);
        }
    }

    @Test
    void postgresql_tells_by_how_much_a_query_is_cheaper_and_costlier() throws SQLException {
        try (Followed followed = persons(TestServers.postgres(18), "select count(*) from person where city = :city")) {
            List<QueryChange> cheaper = followed.migrate("create index person_city on person (city)");

            assertThat(cheaper).singleElement().satisfies(change -> {
                assertThat(change.kind()).isEqualTo(Kind.CHEAPER);
                assertThat(change.buffersRatio()).isLessThan(0.5);
                assertThat(change.costRatio()).isLessThan(0.5);
            });

            List<QueryChange> costlier = followed.migrate(
                    "insert into person select id + 10000, email, city, born from person, generate_series(0, 9) g"
                            .replace("id + 10000", "id + 10000 * (g + 1)"));

            assertThat(costlier).singleElement().satisfies(change -> {
                assertThat(change.kind()).isEqualTo(Kind.COSTLIER);
                assertThat(change.buffersRatio()).isGreaterThan(2);
            });
        }
    }

    @Test
    void a_type_that_no_longer_fits_the_index_costs_the_query_its_index() throws SQLException {
        try (Followed followed =
                persons(TestServers.postgres(14), "select * from person where email = :email::varchar")) {
            List<QueryChange> changes =
                    followed.migrate("drop index person_email; create index person_email on person (lower(email))");

            assertThat(changes).singleElement().satisfies(change -> {
                assertThat(change.kind()).isEqualTo(Kind.INDEX_LOST);
                assertThat(change.before())
                        .containsExactly(
                                "Index Scan using person_email on person", "  Index Cond: ((person.email)::text = ?)");
            });
        }
    }
}
