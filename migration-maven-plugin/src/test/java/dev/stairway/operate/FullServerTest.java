package dev.stairway.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.database.redis.Tmpfs;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.operate.OperationReport.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that has no room for what a migration wants, in its tables or for sorting. */
class FullServerTest {

    private static final String SORTS = "CREATE TABLE sorted AS SELECT md5(i::text) AS text"
            + " FROM generate_series(1, 100000) i ORDER BY 1#DROP TABLE sorted";

    private static final String LARGE =
            "CREATE TABLE large AS SELECT repeat('x', 1000) AS text FROM generate_series(1, 30000)#DROP TABLE large";

    @TempDir
    private Path work;

    private final NamedPostgres named = SharedPostgres.get();

    private OperationReport upgrade(NamedTarget target, String last) {
        Operations how = new Operations(
                new LiquibaseEngine(),
                Shop.changelog(work.resolve("changes"), List.of(Shop.GOOD.get(0), last)),
                work.resolve("backups"));
        return new Upgrade(how.on(target), "").run();
    }

    private static void old(NamedTarget target) {
        Shop.sql(target, "CREATE TABLE old (id INT PRIMARY KEY, said TEXT)", "INSERT INTO old VALUES (1, 'Zoë')");
    }

    private static void isAsBefore(OperationReport report, Fingerprint before, NamedTarget target, String said) {
        assertThat(report.result()).as(report.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(report.reason()).contains("Migration changelog.sql::2::ann fails: ", said, "was taken back");
        assertThat(report.before().same(report.after())).isTrue();
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
    }

    @Test
    void aLimitOfTemporaryFilesThatAMigrationHitsLeavesTheDatabaseAsItWas() {
        named.sql(
                "postgres",
                "CREATE ROLE sorter LOGIN PASSWORD '" + NamedPostgres.PASSWORD + "'",
                "CREATE DATABASE sorting OWNER sorter");
        NamedTarget target = new NamedTarget(named.url("sorting"), "sorter", NamedPostgres.PASSWORD);
        old(target);
        Fingerprint before = Operations.fingerprint(target);
        named.sql("postgres", "ALTER ROLE sorter SET temp_file_limit = '1MB'");
        isAsBefore(upgrade(target, SORTS), before, target, "temporary file size exceeds temp_file_limit");
        // The near miss: with room for it the same migration goes well.
        named.sql("postgres", "ALTER ROLE sorter SET temp_file_limit = '100MB'");
        OperationReport done = upgrade(target, SORTS);
        assertThat(done.result()).as(done.text()).isEqualTo(Result.DONE);
    }

    @Test
    void aDiskThatAMigrationFillsLeavesTheDatabaseAsItWas() throws IOException, InterruptedException {
        Path small = Path.of(named.text("postgres", "SHOW data_directory")).resolveSibling("small");
        assumeThat(Tmpfs.mount(small, "24m")).as("may mount").isTrue();
        try {
            // By the server, whose own user must own it.
            named.sql(
                    "postgres",
                    "COPY (SELECT 1) TO PROGRAM 'mkdir " + small.resolve("tables") + " && cat'",
                    "CREATE TABLESPACE small LOCATION '" + small.resolve("tables") + "'",
                    "CREATE DATABASE filled OWNER walker TABLESPACE small");
            NamedTarget target = new NamedTarget(named.url("filled"), NamedPostgres.WALKER, NamedPostgres.PASSWORD);
            old(target);
            Fingerprint before = Operations.fingerprint(target);
            isAsBefore(upgrade(target, LARGE), before, target, "No space left on device");
            assertThat(upgrade(
                                    target,
                                    Shop.GOOD
                                            .get(2)
                                            .replace("orders", "customer")
                                            .replace("customer)", "id)"))
                            .result())
                    .isEqualTo(Result.DONE);
            named.sql("postgres", "DROP DATABASE filled", "DROP TABLESPACE small");
        } finally {
            Tmpfs.unmount(small);
        }
    }
}
