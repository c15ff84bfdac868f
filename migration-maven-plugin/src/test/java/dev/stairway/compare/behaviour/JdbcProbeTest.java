package dev.stairway.compare.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Differences that are planted in a schema, each with its near miss. */
class JdbcProbeTest {

    private static final String PARENT =
            "create table parent (id integer primary key, code varchar(10) not null unique, kind varchar(8) default '%s'"
                    + " check (kind in ('a', 'b')), price numeric(8,2) not null check (price >= %d), ok boolean not null)";

    private static final String CHILD = "create table child (id bigint not null primary key, parent_id integer not null"
            + " references parent (id) on delete %s on update %s, other integer references parent (id) on delete set null,"
            + " share double precision, twice bigint generated always as (id * %d) stored)";

    @Test
    void two_databases_of_one_product_do_the_same() throws SQLException {
        try (Beside beside = Beside.of(TestServers.postgres(18), TestServers.postgres(14))
                .run(PARENT.formatted("a", 0), CHILD.formatted("cascade", "cascade", 2))) {
            BehaviourReport report = beside.probe();
            assertThat(report.differences())
                    .extracting(BehaviourDifference::what)
                    .isEmpty();
            assertThat(report.probed()).hasSizeGreaterThan(80);
            assertThat(report.notProbed()).isEmpty();
        }
    }

    @Test
    void nothing_that_was_probed_is_left_behind() throws SQLException {
        try (Beside beside = Beside.of(TestServers.postgres(18), TestServers.sqlite())
                        .run(PARENT.formatted("a", 0), CHILD.formatted("cascade", "cascade", 2));
                SameRows rows = new SameRows(10, Beside.SEED)) {
            rows.fill(beside.members());
            assertThat(rows.compare(beside.members())).isEmpty();

            beside.probe();

            assertThat(rows.compare(beside.members())).isEmpty();
            assertThat(beside.count("parent")).containsExactly(10L, 10L);
        }
    }

    @Test
    void traits_of_products_are_explained_and_each_column_that_the_changelog_made_different_is_told_alone()
            throws SQLException {
        String table =
                "create table t (id integer primary key, name varchar(9), a integer default %d, b integer default %d,"
                        + " c integer default 7)";
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                .on("sqlite", table.formatted(1, 2))
                .on("postgresql", table.formatted(3, 4))) {
            List<BehaviourDifference> told = beside.probe().differences();

            assertThat(told)
                    .filteredOn(each -> !each.explained())
                    .extracting(BehaviourDifference::columns)
                    .containsExactlyInAnyOrder(List.of("t.a"), List.of("t.b"));
            assertThat(told)
                    .filteredOn(BehaviourDifference::explained)
                    .extracting(BehaviourDifference::reasonId)
                    .contains("sqlite-ignores-lengths", "blanks-are-cut", "fractions-are-rounded");
        }
    }

    @Test
    void a_collation_that_one_database_alone_has_is_not_explained_away() throws SQLException {
        String table = "create table t (id integer primary key, name varchar(9) %s not null unique)";
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                .on("sqlite", table.formatted("collate nocase"))
                .on("postgresql", table.formatted(""))) {
            assertThat(beside.probe().differences())
                    .filteredOn(each -> each.reasonId().equals("collations-differ"))
                    .isNotEmpty()
                    .noneMatch(BehaviourDifference::explained);
        }
    }

    @Test
    void on_delete_restrict_is_refused_for_the_same_reason_everywhere() throws SQLException {
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                .run(
                        "create table p (id integer primary key)",
                        "create table c (id integer primary key, p_id integer not null"
                                + " references p (id) on delete restrict on update restrict)")) {
            assertThat(ByHand.tries(
                            beside.database("sqlite"),
                            "insert into p values (1)",
                            "insert into c values (1, 1)",
                            "delete from p"))
                    .as("SQLite says it otherwise than of a plain foreign key")
                    .isEqualTo("SQLITE_CONSTRAINT_TRIGGER");
            assertThat(beside.fillAndProbe().differences())
                    .flatExtracting(BehaviourDifference::examples)
                    .noneMatch(example -> example.contains("other reason"));
        }
    }

    @Test
    void what_the_changelog_made_different_has_no_reason() throws SQLException {
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                .on("sqlite", PARENT.formatted("a", 0), CHILD.formatted("no action", "set null", 3))
                .on("postgresql", PARENT.formatted("b", 5), CHILD.formatted("cascade", "cascade", 2))) {
            List<BehaviourDifference> open = beside.probe().differences().stream()
                    .filter(difference -> difference.reason().isEmpty())
                    .toList();
            assertThat(open)
                    .extracting(difference -> difference.kind().id() + " " + String.join(",", difference.columns()))
                    .contains(
                            "on-delete child.parent_id",
                            "on-update child.parent_id",
                            "check parent.price",
                            "default-value parent.kind",
                            "generated-value child.twice");
            assertThat(open).extracting(BehaviourDifference::explained).containsOnly(false);
            assertThat(open)
                    .filteredOn(each -> each.kind() == ProbeKind.ON_DELETE)
                    .singleElement()
                    .satisfies(found -> assertThat(found.what())
                            .isEqualTo("postgresql 18 accepts deleting a row that another refers to, sqlite "
                                    + TestServers.sqlite().id().version()
                                    + " refuses it (foreign key): child.parent_id"));
        }
    }

    @Test
    void the_same_schema_differs_by_the_traits_of_the_products_alone() throws SQLException {
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                .run(PARENT.formatted("a", 0), CHILD.formatted("cascade", "cascade", 2))) {
            List<BehaviourDifference> differences = beside.probe().differences();
            assertThat(differences)
                    .isNotEmpty()
                    .allMatch(difference -> !difference.reason().isEmpty());
            assertThat(differences)
                    .extracting(BehaviourDifference::reasonId)
                    .contains("sqlite-decimals-are-floats", "sqlite-has-no-booleans", "numbers-look-otherwise")
                    .doesNotContain("sqlite-keys-take-null", "collations-differ");
            assertThat(differences)
                    .filteredOn(difference -> difference.reasonId().equals("sqlite-decimals-are-floats"))
                    .flatExtracting(BehaviourDifference::examples)
                    .anyMatch(each -> each.startsWith("0.1 + 0.2 in numeric(8,2) is 0.30000000000000004 on sqlite"))
                    .anyMatch(each -> each.startsWith("0.006 in numeric(8,2) is 0.006 on sqlite"))
                    .anyMatch(each -> each.contains("accepts 1000000 in numeric(8,2)"));
        }
    }

    @Test
    void another_collation_and_a_key_that_may_be_empty_are_found() throws SQLException {
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                .on("sqlite", "create table word (id bigint primary key, name varchar(20) collate nocase unique)")
                .on("postgresql", "create table word (id bigint primary key, name varchar(20) unique)")) {
            List<BehaviourDifference> differences = beside.probe().differences();
            assertThat(differences)
                    .filteredOn(difference -> difference.reasonId().equals("collations-differ"))
                    .flatExtracting(BehaviourDifference::examples)
                    .anyMatch(each -> each.contains("accepts 'XA' beside 'xa' in a unique varchar(20)"))
                    .anyMatch(each -> each.startsWith("the order of words in varchar(20) is"));
            assertThat(differences)
                    .extracting(BehaviourDifference::reasonId)
                    .contains("sqlite-keys-take-null")
                    .doesNotContain("sqlite-counts-integer-keys");
        }
    }

    @Test
    void a_strict_table_of_sqlite_refuses_what_postgresql_refuses() throws SQLException {
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                .on(
                        "sqlite",
                        "create table strict_one (id integer not null primary key, amount integer not null) strict")
                .on("postgresql", "create table strict_one (id bigint primary key, amount bigint not null)")) {
            BehaviourReport report = beside.probe();
            assertThat(report.differences())
                    .extracting(BehaviourDifference::reasonId)
                    .doesNotContain("sqlite-stores-any-type");
            assertThat(report.probed()).extracting(Probed::kind).contains(ProbeKind.WRONG_TYPE);
        }
    }

    @Test
    void what_cannot_be_probed_is_told_with_its_reason() throws SQLException {
        try (Beside beside = Beside.of(TestServers.sqlite(), TestServers.postgres(18))
                .run("create table place (id integer not null primary key, spot blob_or_point)"
                        .replace("blob_or_point", "point"))
                .run("create table never (id integer not null primary key check (id > 3 and id < 3))")
                .on("sqlite", "create table only_here (id integer primary key)")) {
            BehaviourReport report = beside.probe();
            assertThat(report.notProbed())
                    .contains(
                            "only_here: not on every database",
                            "1 column of type point (place.spot): no values are known to try, only NULL and keys")
                    .anyMatch(reason -> reason.startsWith("never: "));
        }
    }
}
