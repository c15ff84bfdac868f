package dev.stairway.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.database.process.ChildJvm;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.operate.OperationReport.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an upgrade whose Maven was killed. */
class KilledUpgradeTest {

    private static final String WORKING = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active'"
            + " AND query LIKE '%pg_sleep(60)%' AND query NOT LIKE '%pg_stat%' AND application_name ";

    @TempDir
    static Path work;

    @Test
    void theServerEndsItsStatementAtOnceAndTheNextUpgradeIsToldOfTheLock() throws Exception {
        try (NamedPostgres named = NamedPostgres.start(14, work)) {
            NamedTarget target = Shop.postgres(named, "killed");
            try (ChildJvm child = ChildJvm.start(
                    List.of(),
                    System.getProperty("java.class.path"),
                    HoldUpgrade.class,
                    target.url(),
                    work.resolve("changes"))) {
                child.awaitPort();
                awaitCount(named, "1", "= 'stairway'");
                awaitCount(named, "1", "<> 'stairway'");
            }
            awaitCount(named, "0", "= 'stairway'");
            // The near miss: a client that does not ask for it goes on working for nobody.
            assertThat(named.text("postgres", WORKING + "<> 'stairway'")).isEqualTo("1");
            Operations how =
                    new Operations(new LiquibaseEngine(), Shop.source(work.resolve("changes"), "changelog.sql"), work);
            OperationReport refused = new Upgrade(how.withoutBackup().on(target), "").run();
            assertThat(refused.result()).isEqualTo(Result.REFUSED);
            assertThat(refused.reason()).contains("lock of Liquibase").doesNotContain("another run of this plugin");
        }
    }

    private static void awaitCount(NamedPostgres named, String count, String who) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!named.text("postgres", WORKING + who).equals(count)) {
            assertThat(System.nanoTime())
                    .as("nanoseconds before " + count + who)
                    .isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
