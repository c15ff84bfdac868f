package dev.stairway.perf.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.measure.lock.StatementTrace;
import dev.stairway.measure.lock.TracedSteps;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is advised is played as well, and then there is nothing left to advise. */
class AdviceTest {

    private static final int ROWS = 2_000;
    private static final String[] SHOP = {
        "CREATE SCHEMA shop",
        "CREATE TABLE shop.customers (id int PRIMARY KEY)",
        "CREATE TABLE shop.\"Orders\" (id int PRIMARY KEY, customer int, \"Amount\" int, note varchar(50))",
        "INSERT INTO shop.customers SELECT i FROM generate_series(1, 2000) i",
        "INSERT INTO shop.\"Orders\" SELECT i, i, i, 'n' FROM generate_series(1, 2000) i",
        "CREATE TABLE shop.empty (id int, customer int)"
    };
    private static final Map<String, Long> COUNTED =
            Map.of("shop.Orders", (long) ROWS, "shop.customers", (long) ROWS, "shop.empty", 0L);
    private static final Migration MIGRATION = new Migration(
            "7", "7", "", "changes.sql", 1, "", "", Migration.Rollback.WRITTEN, false, true, "", Optional.empty());

    private static TracedSteps shop() throws SQLException {
        return new TracedSteps(TestServers.postgres(18), SHOP);
    }

    private static List<Finding> advice(List<StatementTrace> traces) {
        return new Advice(AdviceLimits.DEFAULT).on(MIGRATION, traces, COUNTED);
    }

    /** All but the reminder of a limit, which has its own test. */
    private static List<Finding> findings(String... sql) throws SQLException {
        try (TracedSteps steps = shop()) {
            return warnings(advice(steps.inTransaction(sql)));
        }
    }

    private static List<Finding> warnings(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.rule() != Rule.LOCK_TIMEOUT_MISSING)
                .toList();
    }

    private static Finding only(Rule rule, String... sql) throws SQLException {
        List<Finding> findings = findings(sql);
        assertThat(findings).extracting(Finding::rule).containsExactly(rule);
        return findings.get(0);
    }

    private static void assertSilent(String... sql) throws SQLException {
        assertThat(findings(sql)).as(String.join("; ", sql)).isEmpty();
    }

    @Test
    void anIndexThatKeepsWritersAwayIsToBeMadeConcurrently() throws SQLException {
        Finding finding = only(
                Rule.INDEX_KEEPS_WRITERS_AWAY,
                "create unique index \"by amount\"\n  on shop.\"Orders\" (\"Amount\" desc) where id > 5");

        assertThat(finding.title())
                .matches("It keeps writers away from shop.\"Orders\" for [\\d.,]+ ms while it makes an index");
        assertThat(finding.evidence().get(0))
                .matches("ShareLock on shop.\"Orders\", which had 2,000 rows, held for [\\d.,]+ ms");
        String instead =
                "CREATE UNIQUE INDEX CONCURRENTLY \"by amount\" ON shop.\"Orders\" (\"Amount\" desc) where id > 5;";
        assertThat(finding.remedy())
                .startsWith("Rather write: " + instead)
                .contains("outside a transaction")
                .contains("runInTransaction=\"false\"");
        try (TracedSteps steps = shop()) {
            assertThat(advice(steps.alone(instead))).isEmpty();
        }
    }

    @Test
    void anIndexOfWhatNobodyWorksOnIsNobodysConcern() throws SQLException {
        assertSilent("CREATE INDEX i ON shop.empty (id)");
        assertSilent("CREATE TABLE shop.fresh AS SELECT * FROM shop.customers", "CREATE INDEX i ON shop.fresh (id)");
        assertSilent("CREATE INDEX CONCURRENTLY_not ON shop.empty (id)");
    }

    @Test
    void aForeignKeyIsToBeValidatedLater() throws SQLException {
        Finding finding = only(
                Rule.CONSTRAINT_CHECKED_UNDER_LOCK,
                "ALTER TABLE shop.\"Orders\" ADD CONSTRAINT who FOREIGN KEY (customer) REFERENCES shop.customers (id)"
                        + " ON DELETE CASCADE");

        String first = "ALTER TABLE shop.\"Orders\" ADD CONSTRAINT who FOREIGN KEY (customer) REFERENCES shop.customers"
                + " (id) ON DELETE CASCADE NOT VALID;";
        String second = "ALTER TABLE shop.\"Orders\" VALIDATE CONSTRAINT who;";
        assertThat(finding.title()).contains("keeps writers away").endsWith("while it checks every row");
        assertThat(finding.remedy()).contains(first).contains(second);
        try (TracedSteps steps = shop()) {
            assertThat(warnings(advice(steps.inTransaction(first)))).isEmpty();
            assertThat(warnings(advice(steps.inTransaction(second)))).isEmpty();
        }
        assertSilent("ALTER TABLE shop.empty ADD FOREIGN KEY (customer) REFERENCES shop.customers (id)");
    }

    @Test
    void aCheckIsToBeValidatedLater() throws SQLException {
        Finding finding = only(
                Rule.CONSTRAINT_CHECKED_UNDER_LOCK, "ALTER TABLE shop.\"Orders\" ADD CHECK (\"Amount\" IS NOT NULL)");

        assertThat(finding.title()).contains("keeps readers and writers away");
        assertThat(finding.remedy())
                .contains("ADD CONSTRAINT \"Orders_check\" CHECK (\"Amount\" IS NOT NULL) NOT VALID;")
                .contains("VALIDATE CONSTRAINT \"Orders_check\";");
    }

    @Test
    void validatingInTheSameTransactionHelpsNobody() throws SQLException {
        Finding finding = only(
                Rule.LOCK_HELD_FOR_OTHER_WORK,
                "ALTER TABLE shop.\"Orders\" ADD CONSTRAINT c CHECK (id > 0) NOT VALID",
                "ALTER TABLE shop.\"Orders\" VALIDATE CONSTRAINT c");

        assertThat(finding.evidence().get(2)).contains("VALIDATE CONSTRAINT c");
        assertSilent(
                "ALTER TABLE shop.\"Orders\" ADD COLUMN flag int", "UPDATE shop.customers SET id = 1 WHERE id = 1");
    }

    @Test
    void notNullIsToBeProvedFirst() throws SQLException {
        Finding finding = only(
                Rule.CONSTRAINT_CHECKED_UNDER_LOCK, "ALTER TABLE shop.\"Orders\" ALTER COLUMN customer SET NOT NULL");

        String[] instead = {
            "ALTER TABLE shop.\"Orders\" ADD CONSTRAINT \"Orders_customer_not_null\" CHECK (customer IS NOT NULL) NOT VALID;",
            "ALTER TABLE shop.\"Orders\" VALIDATE CONSTRAINT \"Orders_customer_not_null\";",
            "ALTER TABLE shop.\"Orders\" ALTER COLUMN customer SET NOT NULL;",
            "ALTER TABLE shop.\"Orders\" DROP CONSTRAINT \"Orders_customer_not_null\";"
        };
        assertThat(finding.remedy()).contains(instead);
        try (TracedSteps steps = shop()) {
            for (String sql : instead) {
                assertThat(warnings(advice(steps.inTransaction(sql)))).as(sql).isEmpty();
            }
        }
    }

    @Test
    void aTypeThatRewritesNeedsAColumnOfItsOwn() throws SQLException {
        Finding finding = only(
                Rule.TABLE_WRITTEN_ANEW,
                "ALTER TABLE shop.\"Orders\" ALTER COLUMN \"Amount\" TYPE bigint USING \"Amount\"::bigint");

        assertThat(finding.remedy())
                .contains("ALTER TABLE shop.\"Orders\" ADD COLUMN \"Amount_new\" bigint;")
                .contains("RENAME COLUMN \"Amount_new\" TO \"Amount\";");
        assertSilent("ALTER TABLE shop.\"Orders\" ALTER COLUMN note TYPE varchar(80)");
        assertSilent("ALTER TABLE shop.empty ALTER COLUMN id TYPE bigint");
    }

    @Test
    void aDefaultThatDiffersFromRowToRowComesAfterItsColumn() throws SQLException {
        Finding finding = only(
                Rule.TABLE_WRITTEN_ANEW,
                "ALTER TABLE shop.\"Orders\" ADD COLUMN code uuid DEFAULT gen_random_uuid() NOT NULL");

        String[] instead = {
            "ALTER TABLE shop.\"Orders\" ADD COLUMN code uuid;",
            "ALTER TABLE shop.\"Orders\" ALTER COLUMN code SET DEFAULT gen_random_uuid();"
        };
        String batch = "UPDATE shop.\"Orders\" SET code = gen_random_uuid() WHERE ctid = ANY (ARRAY (SELECT ctid FROM"
                + " shop.\"Orders\" WHERE code IS NULL LIMIT 1000));";
        assertThat(finding.remedy()).contains(instead).contains(batch);
        try (TracedSteps steps = shop()) {
            assertThat(warnings(advice(steps.inTransaction(instead)))).isEmpty();
            assertThat(warnings(advice(steps.inTransaction(batch))))
                    .as("half of the rows")
                    .isEmpty();
        }
        assertSilent("ALTER TABLE shop.\"Orders\" ADD COLUMN flag boolean DEFAULT true NOT NULL");
    }

    @Test
    void allRowsAreToBeChangedInBatches() throws SQLException {
        Finding finding =
                only(Rule.ALL_ROWS_IN_ONE_STATEMENT, "UPDATE shop.\"Orders\" SET \"Amount\" = 0 WHERE id > 10");

        assertThat(finding.title()).endsWith("while it changes 1,990 rows in one statement");
        assertThat(finding.remedy())
                .contains("UPDATE shop.\"Orders\" SET \"Amount\" = 0 WHERE ctid = ANY (ARRAY (SELECT ctid FROM"
                        + " shop.\"Orders\" WHERE id > 10 LIMIT 1000));");
        assertThat(only(Rule.ALL_ROWS_IN_ONE_STATEMENT, "DELETE FROM shop.\"Orders\"")
                        .remedy())
                .contains("DELETE FROM shop.\"Orders\" WHERE ctid = ANY");
        assertSilent("UPDATE shop.\"Orders\" SET \"Amount\" = 0 WHERE id < 10");
        assertSilent("CREATE TABLE shop.fresh AS SELECT * FROM shop.customers", "UPDATE shop.fresh SET id = id + 1");
    }

    @Test
    void anyOtherTableThatIsWrittenAnewIsNamed() throws SQLException {
        try (TracedSteps steps = shop()) {
            List<Finding> findings = warnings(advice(steps.alone("VACUUM FULL shop.\"Orders\"")));

            assertThat(findings).extracting(Finding::rule).containsExactly(Rule.TABLE_WRITTEN_ANEW);
            assertThat(findings.get(0).remedy()).contains("nobody works on shop.\"Orders\"");
            assertThat(warnings(advice(steps.alone("VACUUM shop.\"Orders\"")))).isEmpty();
        }
    }

    @Test
    void whoeverKeepsReadersAwaySetsALimitForTheWait() throws SQLException {
        String sql = "ALTER TABLE shop.\"Orders\" ADD COLUMN flag int";
        try (TracedSteps steps = shop()) {
            List<Finding> findings = advice(steps.inTransaction(sql));
            assertThat(findings).extracting(Finding::rule).containsExactly(Rule.LOCK_TIMEOUT_MISSING);
            assertThat(findings.get(0).remedy()).contains("SET LOCAL lock_timeout = '2s';");

            assertThat(advice(steps.inTransaction("SET LOCAL lock_timeout = '1s'", sql.replace("flag", "mark"))))
                    .isEmpty();
            assertThat(advice(steps.inTransaction("ALTER TABLE shop.empty ADD COLUMN flag int")))
                    .isEmpty();
        }
    }

    @Test
    void thatAllMigrationsLackALimitIsSaidOnce() throws SQLException {
        try (TracedSteps steps = shop()) {
            List<Finding> both = new ArrayList<>();
            for (String column : List.of("a", "b")) {
                both.addAll(advice(steps.inTransaction("ALTER TABLE shop.\"Orders\" ADD COLUMN " + column + " int")));
            }

            assertThat(both).hasSize(2);
            assertThat(Advice.together(both))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.evidence()).endsWith("the same in 7"));
            assertThat(Advice.together(both.subList(0, 1))).isEqualTo(both.subList(0, 1));
        }
    }

    /** However small a table is, a lock on it counts when it is held for long. */
    @Test
    void ofASmallTableOnlyALongLockCounts() throws SQLException {
        try (TracedSteps steps = shop()) {
            Map<String, Long> few = Map.of("Orders", 20L);
            List<StatementTrace> traces =
                    steps.inTransaction("CREATE INDEX i ON shop.\"Orders\" (id)", "SELECT pg_sleep(0.02)");

            assertThat(new Advice(new AdviceLimits(10, 1_000)).on(MIGRATION, traces, few))
                    .extracting(Finding::rule)
                    .containsExactly(Rule.INDEX_KEEPS_WRITERS_AWAY);
            assertThat(new Advice(new AdviceLimits(10_000, 1_000)).on(MIGRATION, traces, few))
                    .isEmpty();
        }
    }
}
