package dev.stairway.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Metrics.Gate;
import dev.stairway.report.document.Metrics.Run;
import dev.stairway.secret.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertTest {

    @Test
    void a_failed_gate_is_a_failure() {
        Alert alert = Alert.of(metrics(true, finding("rollback-incomplete", "ERROR", null)), "");

        assertThat(alert.kind()).isEqualTo(Kind.FAILURE);
        assertThat(alert.errors()).isEqualTo(1);
        assertThat(alert.worst()).singleElement().satisfies(place -> {
            assertThat(place.position()).isEqualTo("db/a.sql:3");
            assertThat(place.rule()).isEqualTo("rollback-incomplete");
        });
    }

    @Test
    void an_exceeded_limit_is_told_though_the_build_passes() {
        assertThat(Alert.of(metrics(false, finding("lock-too-long", "WARNING", null)), "")
                        .kind())
                .isEqualTo(Kind.THRESHOLD);
    }

    @Test
    void a_waived_limit_and_another_warning_are_no_alert() {
        Alert alert = Alert.of(
                metrics(
                        false,
                        finding("lock-too-long", "ERROR", "known"),
                        finding("table-written-anew", "WARNING", null)),
                "");

        assertThat(alert.kind()).isEqualTo(Kind.PASSED);
        assertThat(alert.waived()).isEqualTo(1);
        assertThat(alert.errors()).isZero();
    }

    @Test
    void nothing_that_a_database_holds_is_told() {
        Alert alert = Alert.of(metrics(true, finding("rollback-loses-data", "ERROR", null)), "");

        assertThat(new String(SlackMessage.of(alert, Mask.NONE), java.nio.charset.StandardCharsets.UTF_8))
                .contains("rollback-loses-data")
                .doesNotContain("ann@example.com");
    }

    @Test
    void five_places_are_enough_and_the_rest_is_counted() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(finding("rollback-incomplete", "ERROR", null));
        }
        Alert alert = Alert.of(metrics(true, many.toArray(Finding[]::new)), "");

        assertThat(alert.worst()).hasSize(5);
        byte[] message = SlackMessage.of(alert, Mask.NONE);
        assertThat(new String(message, java.nio.charset.StandardCharsets.UTF_8)).contains("and 995 more");
        assertThat(message.length).isLessThan(10_000);
    }

    @Test
    void a_webhook_hears_what_it_asked_for_and_what_is_worse() {
        assertThat(hook(Kind.FAILURE).wants(Kind.FAILURE)).isTrue();
        assertThat(hook(Kind.FAILURE).wants(Kind.THRESHOLD)).isFalse();
        assertThat(hook(Kind.THRESHOLD).wants(Kind.FAILURE)).isTrue();
        assertThat(hook(Kind.THRESHOLD).wants(Kind.PASSED)).isFalse();
        assertThat(hook(Kind.PASSED).wants(Kind.PASSED)).isTrue();
    }

    private static Webhook hook(Kind least) {
        return new Webhook(Webhook.address("https://example.com/x"), "", least);
    }

    private static Metrics metrics(boolean failed, Finding... findings) {
        return new Metrics(
                "1.0",
                new Run("2026-11-22T10:00:00Z", 1, "verify", 1, "g:a:1", "Shop", Map.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(findings),
                new Gate(failed, failed ? List.of("1 finding") : List.of()));
    }

    private static Finding finding(String rule, String severity, String waiver) {
        return new Finding(
                rule,
                severity,
                "db",
                "a.sql::1::ann",
                "",
                "",
                "db/a.sql",
                3,
                "ann@example.com is gone",
                List.of("ann@example.com"),
                "write ann@example.com back",
                waiver);
    }
}
