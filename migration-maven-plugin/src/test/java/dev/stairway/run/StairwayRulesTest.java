package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.assertion.AssertionFile;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import dev.stairway.run.RowRule.Holds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user says of rows is held to after every move, on both databases. */
class StairwayRulesTest {

    private static final String ACCOUNTS = """
            --changeset ann:2
            create table account (id int primary key, balance int);
            insert into account values (1, 60), (2, 40);
            --rollback drop table account;
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void a_sum_that_must_not_change_is_held_to_over_up_and_down(String product) {
        String migrations = ACCOUNTS + """
                --changeset ann:3
                update account set balance = balance %s where id = 1;
                --rollback update account set balance = balance %s where id = 1;
                """;
        String unchanged = "-- name: money\n-- unchanged\nselect sum(balance) as total from account;";

        CellReport report = assertions(product, unchanged).empty().walk(migrations.formatted("+ 1", "- 1"));
        assertThat(report.findings())
                .filteredOn(f -> f.rule() == Rule.ASSERTION_FAILS)
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.migration().name()).isEqualTo("3");
                    assertThat(f.title()).isEqualTo("Applying it breaks an assertion");
                    assertThat(f.evidence())
                            .containsExactly(
                                    "money (rules.sql:3): must not change, and does",
                                    "before: total=100",
                                    "after: total=101");
                });
        CellReport down = assertions(product, unchanged).empty().walk(migrations.formatted("+ 0", "- 1"));
        assertThat(down.findings())
                .filteredOn(f -> f.rule() == Rule.ASSERTION_FAILS)
                .singleElement()
                .satisfies(f -> assertThat(f.title()).isEqualTo("Its rollback breaks an assertion"));
        CellReport nearMiss = assertions(product, unchanged).empty().walk(migrations.formatted("+ 0", "- 0"));
        assertThat(nearMiss.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void rows_that_must_not_be_there_are_shown_with_their_columns(String product) {
        String migrations = ACCOUNTS + """
                --changeset ann:3
                update account set balance = balance - 50;
                --rollback update account set balance = balance + 50;
                """;
        String rule = "%sselect id, balance from account where balance < 0;";

        CellReport report = assertions(product, rule.formatted("")).empty().walk(migrations);
        assertThat(Walks.evidence(report, Rule.ASSERTION_FAILS))
                .containsExactly("rules.sql:1: 1 row, expected none", "id=2, balance=-10");
        assertThat(assertions(product, rule.formatted("-- until: 3\n"))
                        .empty()
                        .walk(migrations)
                        .findings())
                .isEmpty();
        assertThat(assertions(
                                product,
                                rule.formatted(
                                        "-- databases: " + (product.equals("sqlite") ? "postgresql" : "sqlite") + "\n"))
                        .empty()
                        .walk(migrations)
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void a_value_is_expected_from_the_migration_that_brings_it(String product) {
        String migrations = ACCOUNTS + """
                --changeset ann:3
                insert into account values (3, 0);
                --rollback delete from account where id = 3;
                """;
        String rule = "-- expect: %s\n-- from: %s\nselect count(*) from account;";

        assertThat(assertions(product, rule.formatted("3.0", "3"))
                        .empty()
                        .walk(migrations)
                        .findings())
                .isEmpty();
        assertThat(Walks.evidence(
                        assertions(product, rule.formatted("2", "2")).empty().walk(migrations), Rule.ASSERTION_FAILS))
                .containsExactly("rules.sql:3: expected 2, found 3");
        assertThat(Walks.evidence(
                        assertions(product, rule.formatted("2", "nowhere"))
                                .empty()
                                .walk(migrations),
                        Rule.ASSERTION_BROKEN))
                .containsExactly("rules.sql:3: no migration is called 'nowhere'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void a_table_that_is_not_there_yet_is_no_failure_and_one_that_went_is(String product) {
        String drop = ACCOUNTS + """
                --changeset ann:3
                alter table account rename to accounts;
                --rollback alter table accounts rename to account;
                """;

        CellReport report = assertions(product, "select 1 from account where balance < 0;")
                .empty()
                .walk(drop);
        assertThat(report.findings())
                .filteredOn(f -> f.rule() == Rule.ASSERTION_FAILS)
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.migration().name()).isEqualTo("3");
                    assertThat(f.evidence())
                            .singleElement()
                            .asString()
                            .startsWith("rules.sql:1: can no longer be asked: ");
                });
        assertThat(Walks.evidence(
                        assertions(product, "select 1 from acount;").empty().walk(drop), Rule.ASSERTION_NEVER_APPLIES))
                .singleElement()
                .asString()
                .startsWith("rules.sql:1: ");
        assertThat(Walks.evidence(
                        assertions(product, "select 1 frm account;").empty().walk(drop), Rule.ASSERTION_BROKEN))
                .singleElement()
                .asString()
                .startsWith("rules.sql:1: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void an_assertion_can_change_nothing(String product) {
        String write = product.equals("sqlite")
                ? "with x as (select 1) delete from account returning id;"
                : "with x as (delete from account returning id) select id from x;";

        CellReport report = assertions(product, write).empty().walk(ACCOUNTS);

        assertThat(Walks.evidence(report, Rule.ASSERTION_BROKEN))
                .singleElement()
                .asString()
                .containsIgnoringCase("read");
        assertThat(Walks.step(report, "2").verdict()).isEqualTo(Verdict.REVERSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void what_generated_rows_break_is_no_migration_s_fault(String product) {
        CellReport report =
                assertions(product, "select id from users where id <> -7;").walk("""
                --changeset ann:2
                update users set note = 'x';
                --rollback empty
                """);

        assertThat(Walks.evidence(report, Rule.ASSERTION_FAILS)).isEmpty();
        assertThat(Walks.evidence(report, Rule.ASSERTION_FAILS_BEFORE))
                .hasSize(4)
                .first()
                .asString()
                .isEqualTo("rules.sql:1: 20 rows, expected none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void numbers_of_rows_are_held_to(String product) {
        String migrations = ACCOUNTS + """
                --changeset ann:3
                delete from account where id = 2;
                --rollback insert into account values (2, 40);
                """;

        assertThat(Walks.evidence(
                        rows(product, Holds.NEVER_FEWER, 0, -1).empty().walk(migrations), Rule.ROW_COUNT_RULE_BROKEN))
                .singleElement()
                .asString()
                .endsWith("account: 2 rows before, 1 after; never fewer");
        assertThat(Walks.evidence(
                        rows(product, Holds.SAME_NUMBER, 0, -1).empty().walk(migrations), Rule.ROW_COUNT_RULE_BROKEN))
                .singleElement()
                .asString()
                .endsWith("account: 2 rows before, 1 after; always as many");
        assertThat(Walks.evidence(
                        rows(product, Holds.BOUNDS, 2, 9).empty().walk(migrations), Rule.ROW_COUNT_RULE_BROKEN))
                .singleElement()
                .asString()
                .endsWith("account: 2 rows before, 1 after; at least 2");
        assertThat(Walks.evidence(
                        rows(product, Holds.BOUNDS, 0, 1).empty().walk(migrations), Rule.ROW_COUNT_RULE_BROKEN))
                .singleElement()
                .asString()
                .endsWith("account: 0 rows before, 2 after; at most 1");
        assertThat(Walks.evidence(
                        rows(product, Holds.BOUNDS, 1, 2).empty().walk(migrations), Rule.ROW_COUNT_RULE_BROKEN))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void a_table_that_must_not_change_may_get_a_column_and_no_other_value(String product) {
        String migrations = ACCOUNTS + """
                --changeset ann:3
                alter table account add column note varchar(9);
                update account set %s;
                --rollback alter table account drop column note;
                """;

        assertThat(Walks.evidence(
                        rows(product, Holds.SAME_ROWS, 0, -1).walk(migrations.formatted("balance = 7")),
                        Rule.UNCHANGED_TABLE_CHANGES))
                .singleElement()
                .asString()
                .endsWith("account: values changed in balance");
        assertThat(Walks.evidence(
                        rows(product, Holds.SAME_ROWS, 0, -1).walk(migrations.formatted("note = 'x'")),
                        Rule.UNCHANGED_TABLE_CHANGES))
                .isEmpty();
    }

    private Walks assertions(String product, String text) {
        return Walks.on(product, directory).ruledBy(new StateRules(AssertionFile.read("rules.sql", text), List.of()));
    }

    private Walks rows(String product, Holds holds, long atLeast, long atMost) {
        return Walks.on(product, directory)
                .ruledBy(new StateRules(List.of(), List.of(new RowRule("acc*", "*", holds, atLeast, atMost))));
    }
}
