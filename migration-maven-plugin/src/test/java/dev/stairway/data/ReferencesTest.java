package dev.stairway.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferencesTest {

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(18), TestServers.postgres(14), TestServers.sqlite());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void children_find_parents_whatever_the_order_of_names(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server)) {
            FillReport report = filled.run(
                            "CREATE TABLE z_parent (id integer PRIMARY KEY, name varchar(20) NOT NULL UNIQUE)",
                            "CREATE TABLE a_child (id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES z_parent (id))",
                            "CREATE TABLE b_pair (a integer REFERENCES a_child (id), z integer REFERENCES z_parent (id), PRIMARY KEY (a, z))",
                            "CREATE TABLE c_one (id integer PRIMARY KEY REFERENCES z_parent (id))",
                            "CREATE TABLE d_wide (a integer, z integer, FOREIGN KEY (a, z) REFERENCES b_pair (a, z))")
                    .fill(20);
            assertThat(report.unfilled()).isEmpty();
            assertThat(report.rows()).isEqualTo(100);
            assertThat(filled.number("SELECT count(*) FROM d_wide WHERE a IS NULL OR z IS NULL"))
                    .isBetween(1L, 10L);
            assertThat(filled.number("SELECT count(DISTINCT parent_id) FROM a_child"))
                    .isGreaterThan(5);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void tables_refer_to_themselves(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server)) {
            FillReport report = filled.run(
                            "CREATE TABLE tree (id integer PRIMARY KEY, up integer REFERENCES tree (id))",
                            "CREATE TABLE ring (id integer PRIMARY KEY, up integer NOT NULL REFERENCES ring (id))",
                            "CREATE TABLE keyed (id varchar(9) PRIMARY KEY, up varchar(9) REFERENCES keyed (id))",
                            filled.isPostgres()
                                    ? "CREATE TABLE counted (id serial PRIMARY KEY, up integer REFERENCES counted (id))"
                                    : "CREATE TABLE counted (id integer PRIMARY KEY AUTOINCREMENT, up integer REFERENCES counted (id))",
                            filled.isPostgres()
                                    ? "CREATE TABLE strict_ring (id serial PRIMARY KEY, up integer NOT NULL REFERENCES strict_ring (id))"
                                    : "CREATE TABLE strict_ring (id integer PRIMARY KEY AUTOINCREMENT, up integer NOT NULL REFERENCES strict_ring (id))")
                    .fill(12);
            assertThat(report.unfilled()).isEmpty();
            for (String table : new String[] {"tree", "keyed", "counted"}) {
                assertThat(filled.number("SELECT count(*) FROM " + table + " WHERE up IS NOT NULL"))
                        .as(table)
                        .isGreaterThan(3);
                assertThat(filled.number("SELECT count(*) FROM " + table + " WHERE up IS NULL"))
                        .as(table)
                        .isPositive();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_circle_with_a_nullable_side_is_closed_afterwards(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server)) {
            if (filled.isPostgres()) {
                filled.run(
                        "CREATE TABLE shop (id serial PRIMARY KEY, boss_id integer)",
                        "CREATE TABLE clerk (id serial PRIMARY KEY, shop_id integer NOT NULL REFERENCES shop (id))",
                        "ALTER TABLE shop ADD FOREIGN KEY (boss_id) REFERENCES clerk (id)");
            } else {
                filled.run(
                        "CREATE TABLE shop (id integer PRIMARY KEY, boss_id integer REFERENCES clerk (id))",
                        "CREATE TABLE clerk (id integer PRIMARY KEY, shop_id integer NOT NULL REFERENCES shop (id))");
            }
            FillReport report = filled.fill(10);
            assertThat(report.unfilled()).isEmpty();
            assertThat(filled.number("SELECT count(*) FROM shop WHERE boss_id IS NOT NULL"))
                    .isGreaterThan(5);
            assertThat(filled.number("SELECT count(*) FROM shop WHERE boss_id IS NULL"))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_circle_of_references_that_may_wait_for_the_commit_is_filled(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server)) {
            if (filled.isPostgres()) {
                filled.run(
                        "CREATE TABLE head (id serial PRIMARY KEY, tail_id integer NOT NULL)",
                        "CREATE TABLE tail (id serial PRIMARY KEY, head_id integer NOT NULL REFERENCES head (id))",
                        "ALTER TABLE head ADD FOREIGN KEY (tail_id) REFERENCES tail (id) DEFERRABLE");
            } else {
                filled.run(
                        "CREATE TABLE head (id integer PRIMARY KEY, tail_id integer NOT NULL REFERENCES tail (id))",
                        "CREATE TABLE tail (id integer PRIMARY KEY, head_id integer NOT NULL REFERENCES head (id))");
            }
            FillReport report = filled.fill(10);
            assertThat(report.unfilled()).isEmpty();
            assertThat(report.rows()).isEqualTo(20);
            assertThat(filled.filler()
                            .write(java.util.List.of(filled.name("tail")), 3, java.util.Set.of())
                            .rows())
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_child_of_an_empty_excluded_table_is_reported_and_an_optional_one_is_filled(DatabaseServer server)
            throws SQLException {
        try (Filled filled = new Filled(server)) {
            filled.run(
                    "CREATE TABLE parent (id integer PRIMARY KEY)",
                    "CREATE TABLE must (parent_id integer NOT NULL REFERENCES parent (id))",
                    "CREATE TABLE may (parent_id integer REFERENCES parent (id))");
            FillReport report = filled.filler().fill(5, java.util.Set.of("parent"));
            assertThat(report.inserted()).containsOnlyKeys(filled.name("may"));
            assertThat(report.unfilled().get(filled.name("must"))).contains("finds no row in " + filled.name("parent"));
            assertThat(filled.fill(5).unfilled()).isEmpty();
            assertThat(filled.number("SELECT count(*) FROM must")).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_circle_that_cannot_be_entered_is_reported(DatabaseServer server) throws SQLException {
        try (Filled filled = new Filled(server)) {
            if (!filled.isPostgres()) {
                return;
            }
            FillReport report = filled.run(
                            "CREATE TABLE hen (id integer PRIMARY KEY, egg_id integer NOT NULL)",
                            "CREATE TABLE egg (id integer PRIMARY KEY, hen_id integer NOT NULL REFERENCES hen (id))",
                            "ALTER TABLE hen ADD CONSTRAINT from_egg FOREIGN KEY (egg_id) REFERENCES egg (id)")
                    .fill(5);
            assertThat(report.rows()).isZero();
            assertThat(report.unfilled()).containsOnlyKeys("public.egg", "public.hen");
            assertThat(report.unfilled().get("public.hen")).contains("from_egg");
        }
    }
}
