package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.audit.AuditRecord;
import dev.stairway.audit.AuditRecord.Operation;
import dev.stairway.audit.AuditRecord.Outcome;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Metrics.Gate;
import dev.stairway.report.document.Metrics.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditOfRunTest {

    @Test
    void every_waiver_is_kept_with_its_reason() {
        Map<String, String> checks = checks(
                finding("shop", "postgresql", "empty", "shipped in 2019"),
                finding("audit", "postgresql", "empty", "nobody uses it"),
                finding("shop", "sqlite", "empty", "tests only"));

        assertThat(checks)
                .containsExactly(
                        Map.entry("waived rollback-missing audit m1 postgresql", "nobody uses it"),
                        Map.entry("waived rollback-missing shop m1 postgresql", "shipped in 2019"),
                        Map.entry("waived rollback-missing shop m1 sqlite", "tests only"));
    }

    @Test
    void what_two_waivers_say_of_the_same_is_kept_once_each() {
        Map<String, String> checks = checks(
                finding("shop", "sqlite", "empty", "known; old"),
                finding("shop", "sqlite", "sample", "known; old"),
                finding("shop", "sqlite", "large", "old"));

        assertThat(checks).containsExactly(Map.entry("waived rollback-missing shop m1 sqlite", "known; old; old"));
    }

    private static Map<String, String> checks(Finding... findings) {
        Metrics metrics = new Metrics(
                "1.0",
                new Run("2026-11-22T10:00:00Z", 1, "verify", 1, "g:a:1", "Shop", Map.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(findings),
                new Gate(false, List.of()));
        return new AuditOfRun(metrics, "00")
                .record(new Operation("verify", "", "", "", "", 1), AuditRecord.Approval.NONE, Outcome.passed())
                .checks();
    }

    private static Finding finding(String changelog, String database, String scenario, String waiver) {
        return new Finding(
                "rollback-missing",
                "ERROR",
                changelog,
                "m1",
                database,
                scenario,
                "db/a.sql",
                1,
                "no rollback",
                List.of(),
                "write one",
                waiver);
    }
}
