package dev.stairway.compare.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.data.fixture.Fixture;
import dev.stairway.database.TestServers;
import dev.stairway.engine.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameRowsTest {

    private static final String[] SHOP = {
        "create table parent (id integer primary key, code varchar(10) not null unique, price numeric(8,2) not null"
                + " check (price >= 0), born date, seen timestamp not null, ok boolean, share double precision)",
        "create table child (id bigint primary key, parent_id integer not null references parent (id),"
                + " up bigint references child (id), country char(2) not null, note text)"
    };

    @Test
    void rows_of_any_type_are_the_same_on_both_products_as_soon_as_they_are_written() throws SQLException {
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                        .run(SHOP);
                SameRows rows = new SameRows(20, Beside.SEED)) {
            rows.fill(beside.members());
            assertThat(rows.compare(beside.members())).isEmpty();
            assertThat(beside.count("child")).containsExactly(20L, 20L);
        }
    }

    @Test
    void a_migration_that_calculates_otherwise_is_told_with_rows_and_values() throws SQLException {
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                        .run(
                                "create table product (id integer primary key, cents integer not null, price numeric(9,2))");
                SameRows rows = new SameRows(5, Beside.SEED)) {
            beside.run("insert into product (id, cents) values (1, 250), (2, 300)");
            rows.fill(beside.members());
            assertThat(rows.compare(beside.members())).isEmpty();

            beside.run("update product set price = cents / 100.0 * 1.05");
            List<DataDifference> told = rows.compare(beside.members());

            assertThat(told)
                    .singleElement()
                    .satisfies(one -> assertThat(one.what())
                            .isEqualTo("product.price differs in 2 rows: 2.625 on sqlite 3.54.1, 2.63 on postgresql 18"
                                    + " (id 1)"));
            assertThat(rows.compare(beside.members())).as("it is still so").isEqualTo(told);

            beside.run("update product set price = 3");
            assertThat(rows.compare(beside.members())).as("it is mended").isEmpty();
        }
    }

    @Test
    void a_file_of_rows_is_loaded_everywhere_as_soon_as_all_of_its_columns_are_there(@TempDir Path folder)
            throws SQLException, IOException {
        Path file = Files.writeString(
                folder.resolve("sample_tools.json"),
                "[{\"id\": 7, \"name\": \"saw\"}, {\"id\": 9, \"name\": \"file\"}]");
        SameFixtures fixtures = new SameFixtures(List.of(Fixture.of(file, "sample_tools.json")), List.of());
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                        .run("create table tools (id integer primary key)");
                SameRows rows = new SameRows(5, Beside.SEED, fixtures)) {
            rows.fill(beside.members());
            assertThat(beside.count("tools")).as("nothing is made up meanwhile").containsExactly(0L, 0L);
            assertThat(rows.notes()).singleElement().asString().contains("sample_tools.json was not loaded");

            beside.run("alter table tools add column name varchar(10)");
            rows.fill(beside.members());

            assertThat(beside.count("tools")).containsExactly(2L, 2L);
            assertThat(rows.compare(beside.members())).isEmpty();
            assertThat(rows.waits()).isFalse();
            assertThat(rows.notes()).isEmpty();
        }
    }

    @Test
    void a_file_that_one_product_refuses_makes_the_rows_differ(@TempDir Path folder) throws SQLException, IOException {
        Path file = Files.writeString(
                folder.resolve("tools.json"), "[{\"id\": 7, \"name\": \"a name that is far too long\"}]");
        SameFixtures fixtures = new SameFixtures(List.of(Fixture.of(file, "tools.json")), List.of());
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                        .run("create table tools (id integer primary key, name varchar(10))");
                SameRows rows = new SameRows(5, Beside.SEED, fixtures)) {
            rows.fill(beside.members());

            assertThat(beside.count("tools")).containsExactly(1L, 0L);
            assertThat(rows.notes()).singleElement().asString().contains("tools.json");
            assertThat(rows.compare(beside.members()))
                    .singleElement()
                    .satisfies(one -> assertThat(one.what()).contains("tools"));
        }
    }

    @Test
    void a_file_that_names_a_migration_waits_for_the_last_one_that_is_called_so(@TempDir Path folder)
            throws SQLException, IOException {
        Path file = Files.writeString(folder.resolve("tools.json"), "[{\"id\": 7}]");
        SameFixtures fixtures = new SameFixtures(
                List.of(Fixture.of(file, "tools.json").after("tools*")),
                List.of(migration("other"), migration("tools-1"), migration("tools-2"), migration("more")));
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                        .run("create table tools (id integer primary key)");
                SameRows rows = new SameRows(5, Beside.SEED, fixtures)) {
            rows.done();
            rows.done();
            rows.fill(beside.members());
            assertThat(beside.count("tools")).containsExactly(0L, 0L);

            rows.done();
            rows.fill(beside.members());
            assertThat(beside.count("tools")).containsExactly(1L, 1L);
        }
    }

    private static Migration migration(String id) {
        return new Migration(
                id, id, "", "a.sql", 1, "", id, Migration.Rollback.MISSING, false, true, "", Optional.empty());
    }

    @Test
    void what_sqlite_cannot_store_is_told_with_its_reason() throws SQLException {
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                        .run("create table account (id integer primary key, balance numeric(20,2) not null)");
                SameRows rows = new SameRows(3, Beside.SEED)) {
            beside.run("insert into account values (1, 123456789012345678.91)");
            assertThat(rows.compare(beside.members())).singleElement().satisfies(one -> {
                assertThat(one.reason())
                        .contains("floating-point numbers", "https://www.sqlite.org/floatingpoint.html");
                assertThat(one.explained()).isTrue();
            });
        }
    }

    @Test
    void a_reason_of_one_row_excuses_no_other_row() throws SQLException {
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                        .run("create table product (id integer primary key, price numeric(9,2))");
                SameRows rows = new SameRows(5, Beside.SEED)) {
            beside.run("insert into product values (1, 3.00), (2, 0.25)");
            rows.fill(beside.members());
            assertThat(rows.compare(beside.members())).isEmpty();

            beside.run("update product set price = price * 1.1");

            assertThat(rows.compare(beside.members())).singleElement().satisfies(one -> {
                assertThat(one.explained()).isFalse();
                assertThat(one.what())
                        .isEqualTo(
                                "product.price differs in 2 rows: 0.275 on sqlite 3.54.1, 0.28 on postgresql 18 (id 2)");
            });
        }
    }

    @Test
    void fewer_digits_of_a_second_are_a_reason_and_half_a_date_is_none() throws SQLException {
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                .run("create table t (id integer primary key, digits timestamp, half timestamp)")) {
            beside.on("sqlite", "insert into t values (1, '2020-01-02 03:04:05.1234567', '2020-01-02')");
            beside.on("postgresql", "insert into t values (1, '2020-01-02 03:04:05.123456', '2020-01-02 03:04:05')");
            try (SameRows rows = new SameRows(5, Beside.SEED)) {
                assertThat(rows.compare(beside.members()))
                        .extracting(one -> one.column() + " " + one.explained())
                        .containsExactly("digits true", "half false");
            }
        }
    }

    @Test
    void a_table_that_lost_its_rows_gets_others() throws SQLException {
        String note = "create table note (id integer primary key, text varchar(20))";
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                        .run(note, "create table kept (id integer primary key)");
                SameRows rows = new SameRows(5, Beside.SEED)) {
            rows.fill(beside.members());
            assertThat(rows.compare(beside.members())).isEmpty();
            assertThat(rows.waits()).as("all of them have rows").isFalse();

            beside.run("delete from note");
            assertThat(rows.compare(beside.members())).isEmpty();
            assertThat(rows.waits()).isTrue();
            rows.fill(beside.members());
            assertThat(beside.count("note")).containsExactly(5L, 5L);
            assertThat(rows.compare(beside.members())).isEmpty();
            assertThat(rows.waits()).isFalse();

            beside.run("drop table note", note);
            assertThat(rows.compare(beside.members())).isEmpty();
            rows.fill(beside.members());
            assertThat(beside.count("note")).containsExactly(5L, 5L);
            assertThat(beside.count("kept")).containsExactly(5L, 5L);
        }
    }

    @Test
    void a_table_that_could_not_be_filled_is_tried_again_when_it_is_another_one() throws SQLException {
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                        .run("create table t (id integer primary key, a integer not null check (a > 5 and a < 3))");
                SameRows rows = new SameRows(5, Beside.SEED)) {
            rows.fill(beside.members());
            assertThat(beside.count("t")).containsExactly(0L, 0L);
            assertThat(rows.notes()).singleElement().asString().startsWith("public.t: not filled");

            beside.run("drop table t", "create table t (id integer primary key, a integer not null)");
            rows.fill(beside.members());

            assertThat(beside.count("t")).containsExactly(5L, 5L);
            assertThat(rows.notes()).isEmpty();
        }
    }

    @Test
    void what_differs_otherwise_on_each_of_two_databases_is_one_difference_of_three_sides() throws SQLException {
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(14), TestServers.postgres(18))
                        .run("create table t (id integer primary key, a integer)", "insert into t values (1, 1)");
                SameRows rows = new SameRows(5, Beside.SEED)) {
            Beside.run(beside.databases().get(0), "update t set a = 2");
            Beside.run(beside.databases().get(2), "update t set a = 3");

            assertThat(rows.compare(beside.members()))
                    .singleElement()
                    .satisfies(one -> assertThat(one.sides()).hasSize(3));
        }
    }
}
