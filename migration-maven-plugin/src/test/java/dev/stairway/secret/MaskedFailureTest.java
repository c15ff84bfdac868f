package dev.stairway.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedFailureTest {

    private static final Mask MASK = Mask.of(List.of("top-canary-9"));

    @Test
    void causesAndSuppressedOnesAreHiddenAndTracesStay() {
        SQLException cause = new SQLException("near \"top-canary-9\"", "42601");
        cause.setNextException(new SQLException("top-canary-9"));
        IllegalStateException failure = new IllegalStateException("it failed", cause);
        failure.addSuppressed(new IllegalArgumentException("url ?password=top%2Dcanary%2D9"));

        String printed = printed(MASK.of(failure));

        assertThat(printed)
                .doesNotContain("canary")
                .contains("java.lang.IllegalStateException: it failed", "java.sql.SQLException: near \"***\"", "***")
                .contains("Suppressed: java.lang.IllegalArgumentException", "MaskedFailureTest.causes");
    }

    @Test
    void aFailureThatTellsNothingIsTheSame() {
        Exception failure = new IllegalStateException("harmless", new SQLException("near \"x\""));

        assertThat(MASK.of(failure)).isSameAs(failure);
        assertThat(MASK.of((Throwable) null)).isNull();
    }

    @Test
    void failuresThatCauseEachOtherAreNoTrap() {
        Exception one = new Exception("top-canary-9");
        one.initCause(new Exception("two", one));

        assertThat(printed(MASK.of(one))).doesNotContain("canary");
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
