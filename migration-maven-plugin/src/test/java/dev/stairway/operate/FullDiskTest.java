package dev.stairway.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.redis.Tmpfs;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.operate.OperationReport.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk of 2 MiB, for those who may mount one. */
class FullDiskTest {

    private static final List<String> LARGE = List.of(
            "CREATE TABLE large AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
                    + " SELECT i + 1 FROM n WHERE i < 5000) SELECT i, hex(randomblob(500)) AS text FROM n#DROP TABLE large");

    @TempDir
    Path work;

    private Path small;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        Path place = work.resolve("small");
        assumeThat(Tmpfs.mount(place, "2m")).as("may mount").isTrue();
        small = place;
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (small != null) {
            Tmpfs.unmount(small);
        }
    }

    private static NamedTarget shop(Path directory) {
        NamedTarget target = Shop.sqlite(directory.resolve("shop.db"));
        Shop.sql(target, "CREATE TABLE old (id INTEGER PRIMARY KEY, said TEXT)", "INSERT INTO old VALUES (1, 'Zoë')");
        return target;
    }

    private Operations operations(List<String> changes, Path backups) {
        return new Operations(new LiquibaseEngine(), Shop.changelog(work.resolve("changes"), changes), backups);
    }

    @Test
    void aDatabaseWithoutRoomIsRefusedAndOneThatFillsItsDiskIsAsBefore() {
        NamedTarget target = shop(small);
        Fingerprint before = Operations.fingerprint(target);
        OperationReport refused =
                new Upgrade(operations(LARGE, work.resolve("backups")).on(target), "").run();
        assertThat(refused.result()).isEqualTo(Result.REFUSED);
        assertThat(refused.reason()).contains("disk: the file takes", "are free", "Make room for 100");
        OperationReport full = new Upgrade(
                        operations(LARGE, work.resolve("backups")).careless().on(target), "")
                .run();
        assertThat(full.result()).as(full.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(full.reason()).contains("SQLITE_FULL");
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
    }

    @Test
    void whereABackupHasNoRoomNothingIsChanged() {
        NamedTarget target = shop(work);
        Shop.sql(target, LARGE.get(0).split("#")[0]);
        Fingerprint before = Operations.fingerprint(target);
        OperationReport report = new Upgrade(operations(Shop.GOOD, small).on(target), "").run();
        assertThat(report.result()).as(report.text()).isEqualTo(Result.REFUSED);
        assertThat(report.text()).contains("cannot be backed up", "free space");
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
    }
}
