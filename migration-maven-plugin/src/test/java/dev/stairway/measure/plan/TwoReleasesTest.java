package dev.stairway.measure.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.measure.plan.QueryChange.Kind;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both releases of an application against every state of the schema. */
class TwoReleasesTest {

    private static final String ORDERS = """
            create table customer (id integer primary key, name varchar(30) not null);
            create table orders (id integer primary key, customer_id integer not null references customer,
              code varchar(20) not null unique, state varchar(10) not null);
            insert into customer values (1, 'Ada'), (2, 'Bob');
            insert into orders values (10, 1, 'A-0001', 'new'), (11, 1, 'A-0002', 'paid'), (12, 2, 'A-0003', 'new');
            """;

    private static final String INSERT =
            "insert into orders (id, customer_id, code, state) values (:id, :customer, :code, :state)";

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(14), TestServers.postgres(18), TestServers.sqlite());
    }

    private static Followed orders(DatabaseServer server, String queries, String former) throws SQLException {
        return Followed.of(server, queries, former).given(ORDERS);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_renamed_column_breaks_the_release_before(DatabaseServer server) throws SQLException {
        try (Followed followed = orders(
                server, "select full_name from customer", "-- name: names\nselect name from customer where id = ?")) {
            followed.migrate("alter table orders add column note varchar(10)");
            followed.migrate("alter table customer rename column name to full_name");

            assertThat(followed.head())
                    .satisfiesExactly(
                            failure -> {
                                assertThat(failure.kind()).isEqualTo(Kind.FAILS_AFTER);
                                assertThat(failure.migration()).isEqualTo("m2");
                                assertThat(failure.query()).isEqualTo("names");
                                assertThat(failure.text())
                                        .startsWith("names of the release before fails after the migration: ")
                                        .contains("name");
                            },
                            needs -> {
                                assertThat(needs.kind()).isEqualTo(Kind.FAILS_BEFORE);
                                assertThat(needs.migration()).isEqualTo("m2");
                                assertThat(needs.text()).contains("full_name");
                            });
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void an_expansion_breaks_nobody(DatabaseServer server) throws SQLException {
        try (Followed followed = orders(
                server,
                INSERT + ";\nselect name from customer",
                INSERT + ";\nselect name from customer;\nupdate orders set state = :state where code = :code")) {
            followed.migrate("alter table customer add column full_name varchar(30)");
            followed.migrate("alter table orders add column lines integer not null default 0");

            assertThat(followed.head()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_column_that_must_have_a_value_breaks_inserts_that_do_not_know_it(DatabaseServer server) throws SQLException {
        String must = server.id().product().equals("sqlite")
                ? "create table o2 (id integer primary key, customer_id integer not null references customer,"
                        + " code varchar(20) not null unique, state varchar(10) not null, lines integer not null);"
                        + "insert into o2 select id, customer_id, code, state, 0 from orders;"
                        + "drop table orders; alter table o2 rename to orders"
                : "alter table orders add column lines integer not null default 0;"
                        + "alter table orders alter column lines drop default";
        try (Followed followed = orders(server, "select lines from orders", INSERT)) {
            followed.migrate(must);

            assertThat(followed.head())
                    .satisfiesExactly(
                            failure -> {
                                assertThat(failure.kind()).isEqualTo(Kind.FAILS_AFTER);
                                assertThat(failure.text()).contains("lines");
                            },
                            needs -> assertThat(needs.kind()).isEqualTo(Kind.FAILS_BEFORE));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_new_unique_key_is_met_by_new_values(DatabaseServer server) throws SQLException {
        String former = "insert into customer (id, name) values (?, ?)";
        try (Followed followed = orders(server, former, former)) {
            followed.migrate("create unique index customer_name on customer (name)");

            assertThat(followed.head()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_query_that_works_nowhere_is_told_once(DatabaseServer server) throws SQLException {
        try (Followed followed = orders(server, "select nmae from customer;\nselect name from customer", "")) {
            followed.migrate("alter table customer add column born date");
            followed.migrate("alter table customer add column died date");

            assertThat(followed.head()).singleElement().satisfies(never -> {
                assertThat(never.kind()).isEqualTo(Kind.NEVER_WORKS);
                assertThat(never.migration()).isEmpty();
                assertThat(never.query()).isEqualTo("shop-1");
                assertThat(never.text()).contains("nmae");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_was_long_before_the_former_release_breaks_nobody(DatabaseServer server) throws SQLException {
        String former = "select full_name from customer;\nselect id, name from customer";
        try (Followed followed = orders(server, "select id from customer", former)) {
            followed.migrate("alter table customer rename column name to n");
            followed.migrate("alter table customer rename column n to name");
            followed.migrate("alter table customer add column full_name varchar(30)");

            assertThat(followed.head()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void nothing_of_what_is_tried_stays(DatabaseServer server) throws SQLException {
        String queries = INSERT + ";\ndelete from orders;\nupdate customer set name = 'x'";
        try (Followed followed = orders(server, queries, "")) {
            followed.migrate("alter table customer add column born date");
            followed.head();
            followed.execute("create table seen (n integer check (n = 3))");
            followed.execute("insert into seen select count(*) from orders");
            followed.execute("insert into seen select 3 + count(*) from customer where name = 'x'");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_could_not_be_tried_is_said(DatabaseServer server) throws SQLException {
        String twice = "insert into customer (id, name) values (1, :name)";
        try (Followed followed = orders(server, twice + ";\ndelete from customer where id = :id", "")) {
            followed.migrate("alter table customer add column born date");

            assertThat(followed.head()).singleElement().satisfies(undecided -> {
                assertThat(undecided.kind()).isEqualTo(Kind.NOT_TRIED);
                assertThat(undecided.migration()).isEmpty();
                assertThat(undecided.text()).startsWith("shop-1 could not be tried: ");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void refused_values_do_not_hide_that_an_insert_breaks(DatabaseServer server) throws SQLException {
        String must = server.id().product().equals("sqlite")
                ? "create table c2 (id integer primary key, name varchar(30) not null, born date not null);"
                        + "pragma foreign_keys = off; drop table customer; alter table c2 rename to customer"
                : "delete from orders; delete from customer; alter table customer add column born date not null";
        try (Followed followed = orders(server, "", "insert into customer (id, name) values (1, :name)")) {
            followed.migrate(must);

            assertThat(followed.head()).extracting(QueryChange::kind).containsExactly(Kind.FAILS_AFTER);
        }
    }
}
