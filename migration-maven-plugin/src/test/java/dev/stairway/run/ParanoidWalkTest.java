package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.Change;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.fingerprint.TableData;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParanoidWalkTest {

    private static final String MIGRATION = """
            --changeset ann:add-nickname
            ALTER TABLE users ADD COLUMN nickname text;
            --rollback ALTER TABLE users DROP COLUMN nickname;
            """;

    @TempDir
    private Path directory;

    @Test
    void a_walk_whose_fast_readings_are_right_says_nothing_of_them() {
        CellReport report = Walks.on("sqlite", directory)
                .fingerprintedBy((database, tables) -> Fingerprinters.paranoid(database, tables, false))
                .walk(MIGRATION);

        assertThat(Walks.evidence(report, Rule.FAST_READING_MISSED)).isEmpty();
        assertThat(report.passed()).as(report.toString()).isTrue();
    }

    @Test
    void a_fast_reading_that_is_wrong_fails_the_walk_and_names_table_and_step() {
        CellReport report = Walks.on("sqlite", directory)
                .fingerprintedBy((database, tables) -> wrongAboutOrders(Fingerprinters.open(database, tables)))
                .walk(MIGRATION);

        assertThat(report.passed()).isFalse();
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule() == Rule.FAST_READING_MISSED)
                .anySatisfy(finding -> {
                    assertThat(finding.title())
                            .startsWith("A defect of migration-maven-plugin: after DOWN of ")
                            .contains("add-nickname")
                            .endsWith("the fast reading was wrong about the rows of orders");
                    assertThat(finding.evidence())
                            .containsExactly("from the fast reading to the whole one: table orders: rows was 1, is 2");
                    assertThat(finding.remedy()).startsWith("Please report it");
                });
    }

    private static Fingerprinter wrongAboutOrders(Fingerprinter fingerprinter) {
        Difference missed =
                new Difference(new TreeMap<>(), new TreeMap<>(Map.of("orders", new Change<>(orders(1), orders(2)))));
        return (Fingerprinter) Proxy.newProxyInstance(
                Fingerprinter.class.getClassLoader(),
                new Class<?>[] {Fingerprinter.class},
                (self, method, arguments) ->
                        method.getName().equals("missed") ? missed : method.invoke(fingerprinter, arguments));
    }

    private static TableData orders(int rows) {
        return new TableData("orders", rows, new TreeMap<>(), new Digest(0, rows), Optional.empty());
    }
}
