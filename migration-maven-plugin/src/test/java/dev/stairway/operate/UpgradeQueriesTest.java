package dev.stairway.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.measure.plan.QueryFile;
import dev.stairway.measure.plan.QueryFile.Release;
import dev.stairway.operate.OperationReport.Result;
import dev.stairway.operate.health.Check;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the application's queries survive an upgrade of the database that people use. */
class UpgradeQueriesTest {

    private static final QueryFile QUERIES = new QueryFile(
            "queries/old.sql",
            "-- name: find :one\nSELECT id FROM old WHERE said = :said;\n"
                    + "-- name: add\nINSERT INTO old (id, said) VALUES (?, ?);\n",
            Release.PRESENT);

    private static final String RENAMED =
            "ALTER TABLE old RENAME COLUMN said TO told#ALTER TABLE old RENAME COLUMN told TO said";

    @TempDir
    private Path work;

    private NamedTarget old(String product) {
        boolean postgres = product.equals("postgresql");
        String name = work.getFileName().toString().replaceAll("\\W", "_");
        NamedTarget target =
                postgres ? Shop.postgres(SharedPostgres.get(), name) : Shop.sqlite(work.resolve("shop.db"));
        Shop.sql(
                target,
                "CREATE TABLE old (id INTEGER PRIMARY KEY, said VARCHAR(20))",
                "CREATE INDEX old_said ON old (said)",
                "INSERT INTO old WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
                        + " SELECT i, 'Zoë' || i FROM n");
        return target;
    }

    private OperationReport upgrade(NamedTarget target, QueryFile queries, String... changes) {
        Operations how = new Operations(
                new LiquibaseEngine(),
                Shop.changelog(work.resolve("changes"), List.of(changes)),
                work.resolve("backups"));
        return new Upgrade(how.asking(queries).on(target), "").run();
    }

    private static List<Check> plans(OperationReport report) {
        return report.validation().checks().stream()
                .filter(check -> check.name().equals("plans"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void aQueryThatCanNoLongerBePlannedFailsTheValidationAndTheMigrationIsTakenBack(String product) {
        NamedTarget target = old(product);
        Fingerprint before = Operations.fingerprint(target);
        OperationReport report = upgrade(target, QUERIES, RENAMED);
        assertThat(report.result()).as(report.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(report.reason())
                .contains("not as it should be afterwards: plans: find (queries/old.sql:2) can no longer be planned: ")
                .contains("add (queries/old.sql:4) can no longer be planned: ", "was taken back");
        assertThat(report.notes()).filteredOn(note -> note.startsWith("Query ")).hasSize(2);
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
        // The near miss: without a query nobody asks.
        assertThat(upgrade(target, null, RENAMED).result()).isEqualTo(Result.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void aLostIndexIsAWarningAndAMigrationThatQueriesDoNotFeelIsNone(String product) {
        NamedTarget target = old(product);
        OperationReport harmless =
                upgrade(target, QUERIES, "ALTER TABLE old ADD COLUMN more INT#ALTER TABLE old DROP COLUMN more");
        assertThat(harmless.result()).as(harmless.text()).isEqualTo(Result.DONE);
        assertThat(plans(harmless))
                .containsExactly(
                        new Check("plans", Check.Verdict.OK, "2 queries can be planned, none worse than before", ""));
        assertThat(harmless.notes()).isEmpty();
        OperationReport report = upgrade(
                target,
                QUERIES,
                "ALTER TABLE old ADD COLUMN more INT#ALTER TABLE old DROP COLUMN more",
                "DROP INDEX old_said#CREATE INDEX old_said ON old (said)");
        assertThat(report.result()).as(report.text()).isEqualTo(Result.DONE);
        assertThat(plans(report)).extracting(Check::verdict).containsExactly(Check.Verdict.WARNING);
        assertThat(report.notes())
                .containsExactly("Query find (queries/old.sql:2) reads all of old, which went by an index before");
    }

    @Test
    void theServersLogProvesThatQueriesAreOnlyExplained() {
        NamedPostgres named = SharedPostgres.get();
        NamedTarget target = old("postgresql");
        int start = named.log().length();
        assertThat(upgrade(target, QUERIES, Shop.GOOD.get(0)).result()).isEqualTo(Result.DONE);
        List<String> asked = named.log()
                .substring(start)
                .lines()
                .filter(line -> line.matches(".*statement: .*(PREPARE|EXECUTE|EXPLAIN.*) stairway_\\d\\b.*"))
                .toList();
        assertThat(asked)
                .filteredOn(line -> line.contains("EXPLAIN (VERBOSE, FORMAT JSON) EXECUTE"))
                .hasSize(4);
        assertThat(asked)
                .filteredOn(line -> line.contains("statement: PREPARE stairway_"))
                .hasSize(4);
        assertThat(asked).hasSize(8).noneMatch(line -> line.contains("ANALYZE"));
    }

    @Test
    void aFileThatHoldsNoQueryEndsItBeforeAnythingIsBegun() {
        NamedTarget target = old("sqlite");
        OperationReport report = upgrade(target, new QueryFile("q.sql", "DROP TABLE old", Release.PRESENT), RENAMED);
        assertThat(report.result()).isEqualTo(Result.REFUSED);
        assertThat(report.text()).contains("A file of queries holds what is no query");
        assertThat(report.backup()).isEmpty();
    }
}
