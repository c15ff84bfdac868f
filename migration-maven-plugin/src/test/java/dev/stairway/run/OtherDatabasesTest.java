package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Planted defects are found by object and attribute on products that have no dialect of their own, and correct migrations
 * that look alike give no finding.
 */
class OtherDatabasesTest {

    private static final CaseWalks WALKS = new CaseWalks();

    @ParameterizedTest(name = "h2 {0}")
    @MethodSource("onH2")
    void is_judged_rightly_on_h2(SqlCase planted) {
        judge(planted);
    }

    @ParameterizedTest(name = "mariadb {0}")
    @MethodSource("onMariaDb")
    void is_judged_rightly_on_mariadb(SqlCase planted) {
        judge(planted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void there_are_pairs_enough(String product) {
        List<SqlCase> cases = SqlCases.of(product);
        assertThat(cases.stream().filter(SqlCase::correct)).hasSizeGreaterThanOrEqualTo(10);
        assertThat(cases.stream().filter(planted -> !planted.correct())).hasSizeGreaterThanOrEqualTo(20);
    }

    private static void judge(SqlCase planted) {
        CaseResult result = WALKS.of(planted, List.of(planted), 0);
        assertThat(result.right(planted)).as("%s%n%s", planted, result).isTrue();
    }

    static List<SqlCase> onMariaDb() {
        return SqlCases.of("mariadb");
    }

    static List<SqlCase> onH2() {
        return SqlCases.of("h2");
    }
}
