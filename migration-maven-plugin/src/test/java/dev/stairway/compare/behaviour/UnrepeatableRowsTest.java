package dev.stairway.compare.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Moments, identities and chance are no difference; what is calculated beside them is one. */
class UnrepeatableRowsTest {

    private static final String PRODUCT =
            "create table product (id integer primary key, cents integer not null, price numeric(9,2))";
    private static final String ROWS = "insert into product (id, cents) values (1, 250), (2, 300)";

    private static List<DataDifference> after(DatabaseServer one, DatabaseServer other, String... migration)
            throws SQLException {
        try (Beside beside = Beside.of(one, other).run(PRODUCT, ROWS);
                SameRows rows = new SameRows(5, Beside.SEED)) {
            rows.fill(beside.members());
            assertThat(rows.compare(beside.members())).isEmpty();
            for (String statement : migration) {
                beside.run(statement);
            }
            rows.played(List.of(migration));
            return rows.compare(beside.members());
        }
    }

    @Test
    void defaults_that_are_made_anew_are_probed_by_their_form() throws SQLException {
        try (Beside beside = Beside.of(TestServers.postgres(14), TestServers.postgres(18))
                .run("create table t (id integer primary key, at timestamp not null default current_timestamp,"
                        + " clock time not null default localtime, day date default current_date,"
                        + " ends timestamptz default now() + interval '1 year',"
                        + " token text default gen_random_uuid()::text, chance double precision default random(),"
                        + " fixed timestamp default '2001-01-01')")) {
            assertThat(beside.probe().differences())
                    .extracting(BehaviourDifference::what)
                    .isEmpty();
        }
    }

    @Test
    void a_default_that_is_made_anew_on_one_database_alone_is_told() throws SQLException {
        String table = "create table t (id integer primary key, at timestamp default %s, token text default %s)";
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                .on("sqlite", table.formatted("'2001-01-01 00:00:00'", "(lower(hex(randomblob(16))))"))
                .on("postgresql", table.formatted("current_timestamp", "'none'"))) {
            assertThat(beside.probe().differences())
                    .filteredOn(difference -> difference.kind() == ProbeKind.DEFAULT_VALUE)
                    .filteredOn(difference -> difference.reason().isEmpty())
                    .flatExtracting(BehaviourDifference::columns)
                    .contains("t.at", "t.token");
        }
    }

    private static List<DataDifference> twoVersions(String... migration) throws SQLException {
        return after(TestServers.postgres(14), TestServers.postgres(18), migration);
    }

    @Test
    void the_moment_of_a_migration_is_no_difference() throws SQLException {
        assertThat(twoVersions(
                        "alter table product add column created_at timestamp not null default current_timestamp",
                        "alter table product add column day_time time default localtime",
                        "alter table product add column told text default now()::text",
                        "alter table product add column epoch bigint default extract(epoch from clock_timestamp()) * 1000",
                        "alter table product add column due date, add column ends timestamptz",
                        "update product set due = current_date + 30, ends = clock_timestamp() + interval '1 year'",
                        "update product set created_at = clock_timestamp() where id = 1"))
                .isEmpty();
    }

    @Test
    void identities_and_chance_are_none_wherever_they_are_copied_to() throws SQLException {
        assertThat(twoVersions(
                        "alter table product add column uid uuid, add column weight double precision",
                        "update product set uid = gen_random_uuid(), weight = random()",
                        "alter table product add column token text default md5(random()::text)",
                        "create table a_copy (product_id integer, uid uuid)",
                        "insert into a_copy select id, uid from product",
                        "alter table a_copy rename column uid to other"))
                .isEmpty();
    }

    @Test
    void rows_whose_keys_are_made_anew_are_the_same_rows() throws SQLException {
        assertThat(twoVersions(
                        "create table label (id uuid primary key default gen_random_uuid(), name text, at timestamp)",
                        "insert into label (name, at) select 'label ' || id, now() from product",
                        "create table audit (what text, at timestamptz)",
                        "insert into audit values ('prices', now()), ('labels', now())"))
                .isEmpty();
    }

    @Test
    void a_routine_of_the_user_that_makes_them_is_understood() throws SQLException {
        assertThat(twoVersions(
                        "create function ticket() returns text language sql as $$ select md5(random()::text) $$",
                        "alter table product add column ticket text",
                        "update product set ticket = ticket()"))
                .isEmpty();
    }

    @Test
    void what_is_calculated_beside_them_is_told() throws SQLException {
        assertThat(after(
                        TestServers.sqlite(),
                        TestServers.postgres(18),
                        "alter table product add column weight double precision",
                        "alter table product add column changed timestamp",
                        "update product set price = cents / 100.0 * 1.05, weight = random(),"
                                + " changed = current_timestamp where random() <> 7"))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.what()).startsWith("product.price differs in 2 rows: 2.625 on sqlite"));
    }

    @Test
    void null_on_one_database_alone_is_told() throws SQLException {
        try (Beside beside = Beside.of(TestServers.postgres(14), TestServers.postgres(18))
                        .run(PRODUCT, ROWS);
                SameRows rows = new SameRows(5, Beside.SEED)) {
            rows.fill(beside.members());
            String add = "alter table product add column created_at timestamp default current_timestamp";
            beside.run(add);
            rows.played(List.of(add));
            Beside.run(beside.databases().get(0), "update product set created_at = null where id = 2");

            assertThat(rows.compare(beside.members()))
                    .singleElement()
                    .satisfies(one -> assertThat(one.what())
                            .startsWith("product.created_at differs in 1 row: ")
                            .contains("NULL on postgresql 14"));
        }
    }

    @Test
    void a_moment_of_long_ago_that_is_another_one_is_told() throws SQLException {
        try (Beside beside = Beside.of(TestServers.postgres(14), TestServers.postgres(18))
                        .run(PRODUCT, ROWS);
                SameRows rows = new SameRows(5, Beside.SEED)) {
            rows.fill(beside.members());
            String add = "alter table product add column created_at timestamp default current_timestamp";
            beside.run(add);
            rows.played(List.of(add));
            Beside.run(beside.databases().get(0), "update product set created_at = '2001-01-01' where id = 1");
            Beside.run(beside.databases().get(1), "update product set created_at = '2001-03-02' where id = 1");

            assertThat(rows.compare(beside.members()))
                    .singleElement()
                    .satisfies(one -> assertThat(one.what()).startsWith("product.created_at differs in 1 row"));
        }
    }
}
