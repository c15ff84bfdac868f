package dev.stairway.compare.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Products without a dialect of their own are probed by the same statements. */
class OtherProductsBehaviourTest {

    private static final String[] SCHEMA = {
        "create table parent (id integer not null primary key, code varchar(10) not null unique,"
                + " price numeric(8,2) not null, born date)",
        "create table child (id bigint not null primary key, parent_id integer not null, kind varchar(5) default 'a',"
                + " foreign key (parent_id) references parent (id) on delete cascade)"
    };

    @Test
    void h2_and_mariadb_hold_the_same_rows_as_postgresql_and_differ_in_what_they_are_known_for() throws SQLException {
        try (Beside beside = Beside.of(TestServers.h2(), TestServers.mariadb(), TestServers.postgres(18))
                        .run(SCHEMA);
                SameRows rows = new SameRows(10, Beside.SEED)) {
            rows.fill(beside.members());
            assertThat(rows.compare(beside.members())).isEmpty();
            assertThat(beside.count("child")).containsExactly(10L, 10L, 10L);

            BehaviourReport report = beside.probe();

            assertThat(report.notProbed()).isEmpty();
            assertThat(report.differences())
                    .allMatch(difference -> !difference.reason().isEmpty());
            List<String> collations = report.differences().stream()
                    .filter(difference -> difference.reasonId().equals("collations-differ"))
                    .flatMap(difference -> difference.examples().stream())
                    .toList();
            assertThat(collations)
                    .anyMatch(each -> each.startsWith("h2 2.3.232 and postgresql 18 accept 'XA' beside 'xa' in a unique"
                            + " varchar(10), mariadb 11.4 refuses it (duplicate key)"));
            assertThat(report.probed())
                    .extracting(Probed::kind)
                    .contains(ProbeKind.CONCURRENT_WRITE, ProbeKind.ON_DELETE);
        }
    }

    @Test
    void a_row_that_one_product_cannot_store_is_told_and_the_others_are_compared() throws SQLException {
        try (Beside beside = Beside.of(TestServers.mariadb(), TestServers.postgres(18))
                        .on("mariadb", "create table event (id integer not null primary key, at timestamp not null)")
                        .on(
                                "postgresql",
                                "create table event (id integer not null primary key, at timestamp not null)");
                SameRows rows = new SameRows(40, Beside.SEED)) {
            rows.fill(beside.members());
            List<DataDifference> told = rows.compare(beside.members());
            assertThat(told).hasSize(2);
            assertThat(told.get(0).what()).isEqualTo("mariadb refuses rows of event that postgresql takes");
            assertThat(told.get(1)).satisfies(fractions -> {
                assertThat(fractions.what())
                        .startsWith("event.at differs in ")
                        .endsWith(" as soon as the row is written");
                assertThat(fractions.reason()).startsWith(Reason.DATES_HAVE_OTHER_LIMITS.text());
                assertThat(fractions.explained()).isTrue();
            });
            assertThat(beside.count("event").get(0)).isBetween(20L, 39L);
        }
    }

    @Test
    void a_product_that_nobody_knows_is_read_back_and_never_waited_for() throws SQLException {
        try (Beside beside = Beside.of(TestServers.h2()).and("newsql", TestServers.h2())) {
            BehaviourReport report = beside.run(SCHEMA).fillAndProbe();

            assertThat(report.differences())
                    .extracting(BehaviourDifference::what)
                    .isEmpty();
            assertThat(report.probed())
                    .hasSizeGreaterThan(50)
                    .noneMatch(each -> each.kind() == ProbeKind.CONCURRENT_WRITE);
            assertThat(report.notProbed())
                    .contains("two writers at once: no limit for waiting is known of newsql 1 (named)");
        }
    }

    @Test
    void a_default_that_an_unknown_product_has_otherwise_is_seen() throws SQLException {
        String table = "create table t (id integer not null primary key, kind varchar(5) default '%s')";
        try (Beside beside = Beside.of(TestServers.h2()).and("newsql", TestServers.h2())) {
            beside.on("h2", table.formatted("a")).on("newsql", table.formatted("b"));

            assertThat(beside.fillAndProbe().differences())
                    .extracting(BehaviourDifference::what)
                    .containsExactly("the default of a column is a on h2 2.3.232, b on newsql 1: t.kind");
        }
    }

    @Test
    void mysql_has_no_returning_and_mariadb_has() throws SQLException {
        assertThat(Dialect.of("mysql").returning("INSERT", "a")).isNull();
        assertThat(Dialect.of("mariadb").returning("INSERT", "a")).isEqualTo("INSERT RETURNING a");
        try (Beside beside = Beside.of(TestServers.mariadb()).and("mysql", TestServers.mariadb())) {
            assertThat(beside.run(SCHEMA).fillAndProbe().differences())
                    .extracting(BehaviourDifference::what)
                    .isEmpty();
        }
    }
}
