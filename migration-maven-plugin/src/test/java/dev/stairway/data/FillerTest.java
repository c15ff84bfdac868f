package dev.stairway.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FillerTest {

    private static final String[] SCHEMA = {
        "CREATE TABLE customer (id integer PRIMARY KEY, email varchar(60) NOT NULL UNIQUE, name varchar(40), born date,"
                + " score numeric(8,2) NOT NULL, active boolean NOT NULL, seen timestamp)",
        "CREATE TABLE orders (id bigint PRIMARY KEY, customer_id integer NOT NULL REFERENCES customer (id), state varchar(10)"
                + " NOT NULL CHECK (state IN ('new', 'paid', 'sent')), total decimal(10,2) NOT NULL CHECK (total >= 0), note text)",
    };

    private static final String CUSTOMERS = "SELECT id, email, name, born, score, seen FROM customer ORDER BY email";
    private static final String ORDERS = "SELECT customer_id, state, total, note FROM orders ORDER BY id";

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(18), TestServers.postgres(14), TestServers.sqlite());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void the_same_seed_gives_the_same_rows(DatabaseServer server) throws SQLException {
        try (Filled one = new Filled(server).run(SCHEMA);
                Filled other = new Filled(server).run(SCHEMA)) {
            one.fill(30);
            other.fill(30);
            assertThat(one.lines("SELECT * FROM customer"))
                    .hasSize(30)
                    .isEqualTo(other.lines("SELECT * FROM customer"));
            assertThat(one.lines(ORDERS)).hasSize(30).isEqualTo(other.lines(ORDERS));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void topping_up_keeps_rows_and_a_second_call_does_nothing(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server).run(SCHEMA)) {
            filled.fill(10);
            List<String> before = filled.lines(ORDERS);
            assertThat(filled.fill(10).rows()).isZero();
            filled.run(
                    "ALTER TABLE customer ADD COLUMN country varchar(2) DEFAULT 'DE' NOT NULL",
                    "DELETE FROM orders WHERE id IN (SELECT id FROM orders ORDER BY id LIMIT 4)");
            filled.filler().schemaChanged(List.of(filled.name("customer"), filled.name("orders")));
            FillReport report = filled.fill(10);
            assertThat(report.inserted())
                    .containsOnlyKeys(filled.name("orders"))
                    .containsEntry(filled.name("orders"), 4);
            assertThat(filled.lines(ORDERS)).hasSize(10).containsAll(before.subList(4, 10));
            assertThat(filled.fill(12).inserted()).containsEntry(filled.name("customer"), 2);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void writing_adds_rows_to_the_named_tables_only(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server).run(SCHEMA)) {
            filled.fill(10);
            FillReport report = filled.filler().write(List.of(filled.name("orders")), 3, Set.of());
            assertThat(report.inserted())
                    .containsOnlyKeys(filled.name("orders"))
                    .containsEntry(filled.name("orders"), 3);
            assertThat(report.unfilled()).isEmpty();
            filled.filler().forgetAll();
            assertThat(filled.filler()
                            .write(List.of(filled.name("orders"), filled.name("customer")), 3, Set.of())
                            .rows())
                    .isEqualTo(6);
            assertThat(filled.filler()
                            .write(List.of(filled.name("orders")), 3, Set.of("orders"))
                            .rows())
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_table_that_takes_no_further_row_says_so_when_written_and_counts_as_filled(DatabaseServer server)
            throws SQLException {
        try (Filled filled = new Filled(server)) {
            filled.run(
                    "CREATE TABLE p (id integer PRIMARY KEY)",
                    "CREATE TABLE c (id integer PRIMARY KEY REFERENCES p (id))");
            assertThat(filled.fill(5).unfilled()).isEmpty();
            FillReport written = filled.filler().write(List.of(filled.name("c")), 1, Set.of());
            assertThat(written.unfilled()).containsOnlyKeys(filled.name("c"));
            assertThat(filled.fill(5).unfilled()).isEmpty();
            assertThat(filled.filler()
                            .write(List.of(filled.name("c"), filled.name("p")), 1, Set.of())
                            .rows())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void new_and_dropped_and_renamed_tables_are_noticed_when_named(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server).run(SCHEMA)) {
            filled.fill(5);
            filled.run("DROP TABLE orders", "ALTER TABLE customer RENAME TO client", "CREATE TABLE fresh (a integer)");
            filled.filler()
                    .schemaChanged(List.of(
                            filled.name("orders"),
                            filled.name("customer"),
                            filled.name("client"),
                            filled.name("fresh")));
            assertThat(filled.fill(6).inserted())
                    .containsOnlyKeys(filled.name("client"), filled.name("fresh"))
                    .containsEntry(filled.name("client"), 1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void rows_that_a_migration_brought_are_in_no_ones_way(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server)) {
            filled.run(
                    filled.isPostgres()
                            ? "CREATE TABLE t (id serial PRIMARY KEY, name varchar(9) NOT NULL UNIQUE)"
                            : "CREATE TABLE t (id integer PRIMARY KEY AUTOINCREMENT, name varchar(9) NOT NULL UNIQUE)",
                    "INSERT INTO t VALUES (1, 'a'), (2, 'b'), (4, 'c')");
            assertThat(filled.fill(10).inserted()).containsEntry(filled.name("t"), 7);
            assertThat(filled.fill(10).unfilled()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void an_idle_call_costs_next_to_nothing(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server).run(SCHEMA)) {
            filled.fill(10);
            for (int i = 0; i < 2_000; i++) {
                filled.fill(10);
            }
            long start = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                filled.fill(10);
            }
            assertThat((System.nanoTime() - start) / 1_000)
                    .as("nanoseconds per call")
                    .isLessThan(50_000);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void after_forgetting_nothing_holds_the_database(DatabaseServer server) throws SQLException {
        try (dev.stairway.database.JdbcDatabase database = (dev.stairway.database.JdbcDatabase) server.fresh("held");
                Filler filler = Fillers.open(database, 1, List.of())) {
            try (java.sql.Connection connection = database.connect();
                    java.sql.Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (a integer)");
            }
            filler.fill(5, Set.of());
            filler.forgetAll();
            try (dev.stairway.database.Checkpoint checkpoint = database.checkpoint()) {
                assertThat(filler.fill(8, Set.of()).rows()).isEqualTo(3);
                filler.forgetAll();
                database.restore(checkpoint);
                assertThat(filler.fill(8, Set.of()).rows()).isEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void the_same_schema_has_the_same_values_on_every_product(DatabaseServer server) throws SQLException {
        try (Filled here = new Filled(server).run(SCHEMA);
                Filled there = new Filled(TestServers.postgres(18)).run(SCHEMA)) {
            here.fill(20);
            there.fill(20);
            String same =
                    "SELECT email, name, state FROM customer c JOIN orders o ON o.customer_id = c.id ORDER BY o.id";
            assertThat(here.lines(same)).hasSize(20).isEqualTo(there.lines(same));
            assertThat(here.lines(CUSTOMERS)).hasSize(20);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_table_that_refuses_every_row_keeps_no_other_from_being_filled(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server)) {
            for (String table : List.of("a", "b", "refusing", "x", "z")) {
                filled.run("CREATE TABLE " + table + " (id integer PRIMARY KEY, name varchar(20))");
            }
            if (filled.isPostgres()) {
                filled.run(
                        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'closed today'; END$$",
                        "CREATE TRIGGER refuse BEFORE INSERT ON refusing FOR EACH ROW EXECUTE FUNCTION refuse()");
            } else {
                filled.run(
                        "CREATE TRIGGER refuse BEFORE INSERT ON refusing BEGIN SELECT RAISE(ABORT, 'closed today'); END");
            }
            FillReport report = filled.fill(6);
            assertThat(report.inserted())
                    .containsOnlyKeys(filled.name("a"), filled.name("b"), filled.name("x"), filled.name("z"))
                    .containsValue(6);
            assertThat(report.rows()).isEqualTo(24);
            assertThat(report.unfilled()).containsOnlyKeys(filled.name("refusing"));
            assertThat(report.unfilled().get(filled.name("refusing"))).contains("closed today");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void parents_that_went_away_after_they_were_read_are_looked_up_again(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server)) {
            filled.run(
                    "CREATE TABLE parent (id integer PRIMARY KEY)",
                    "CREATE TABLE child (id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES parent (id))");
            filled.fill(5);
            filled.run("DELETE FROM child WHERE parent_id > 1", "DELETE FROM parent WHERE id > 1");
            FillReport written = filled.filler().write(List.of(filled.name("child")), 4, Set.of());
            assertThat(written.unfilled()).isEmpty();
            assertThat(written.inserted()).containsEntry(filled.name("child"), 4);
        }
    }
}
