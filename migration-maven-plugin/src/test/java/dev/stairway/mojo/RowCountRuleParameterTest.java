package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import dev.stairway.run.RowRule;
import dev.stairway.run.RowRule.Holds;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowCountRuleParameterTest {

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(
                        Map.of("tables", "audit_*", "rows", "never-fewer"),
                        new RowRule("audit_*", "*", Holds.NEVER_FEWER, 0, -1)),
                Arguments.of(
                        Map.of("tables", "orders", "rows", "unchanged", "migrations", "0*"),
                        new RowRule("orders", "0*", Holds.SAME_NUMBER, 0, -1)),
                Arguments.of(Map.of("tables", "role", "atLeast", 3L), new RowRule("role", "*", Holds.BOUNDS, 3, -1)),
                Arguments.of(Map.of("tables", "role", "atMost", 0L), new RowRule("role", "*", Holds.BOUNDS, 0, 0)),
                Arguments.of(
                        Map.of("tables", "role", "atLeast", 3L, "atMost", 3L),
                        new RowRule("role", "*", Holds.BOUNDS, 3, 3)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatIsWrittenInThePomBecomesARule(Map<String, Object> written, RowRule rule) {
        assertThat(parameter(written).rule()).isEqualTo(rule);
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                Arguments.of(Map.of("rows", "unchanged"), "needs <tables>"),
                Arguments.of(Map.of("tables", "role"), "either <rows> or bounds"),
                Arguments.of(Map.of("tables", "role", "rows", "unchanged", "atMost", 3L), "either <rows> or bounds"),
                Arguments.of(Map.of("tables", "role", "atLeast", -1L), "not negative"),
                Arguments.of(Map.of("tables", "role", "atMost", -1L), "not negative"),
                Arguments.of(Map.of("tables", "role", "atLeast", 4L, "atMost", 3L), "no number of rows"),
                Arguments.of(Map.of("tables", "role", "rows", "never_fewer"), "Unknown <rows>"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void aSlipIsToldWithWhatIsWrittenAndWhatMayBe(Map<String, Object> written, String what) {
        assertThatThrownBy(() -> parameter(written).rule())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("<rowCountRules> in the pom")
                .hasMessageContaining("<rows>never-fewer</rows>")
                .satisfies(
                        e -> written.forEach((name, value) -> assertThat(e).hasMessageContaining(name + "=" + value)));
    }

    private static RowCountRuleParameter parameter(Map<String, Object> written) {
        return PomElement.fill(new RowCountRuleParameter(), written);
    }
}
