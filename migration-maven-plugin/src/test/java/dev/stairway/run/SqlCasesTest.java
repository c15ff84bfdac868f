package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Planted defects of SQL migrations are found by object and attribute, and correct ones that look alike give no finding.
 * Prints recall and precision per class.
 */
class SqlCasesTest {

    private static final List<SqlCase> POSTGRES = SqlCases.of("postgresql");
    private static final List<SqlCase> SQLITE = SqlCases.of("sqlite");
    private static final CaseScore SCORE = new CaseScore();

    @TempDir
    private static Path folder;

    private static CaseWalks walks;

    @BeforeAll
    static void begin() {
        walks = new CaseWalks(folder);
    }

    @AfterAll
    static void tellTheScore() {
        System.out.println(SCORE);
    }

    @ParameterizedTest(name = "postgresql {1} {0}")
    @MethodSource("onPostgres")
    void is_judged_rightly_on_postgresql(SqlCase planted, int release) {
        judge(planted, POSTGRES, release);
    }

    @ParameterizedTest(name = "sqlite {0}")
    @MethodSource("onSqlite")
    void is_judged_rightly_on_sqlite(SqlCase planted) {
        judge(planted, SQLITE, 0);
    }

    @Test
    void no_case_is_told_twice() {
        assertThat(POSTGRES).extracting(SqlCase::toString).doesNotHaveDuplicates();
        assertThat(SQLITE).extracting(SqlCase::toString).doesNotHaveDuplicates();
    }

    private static void judge(SqlCase planted, List<SqlCase> all, int release) {
        CaseResult result = walks.of(planted, all, release);
        SCORE.add(planted.product() + (release == 0 ? "" : " " + release), planted, result);
        if (planted.gap().isEmpty()) {
            assertThat(result.right(planted)).as(() -> planted + "\n" + result).isTrue();
        } else {
            assertThat(result.right(planted))
                    .as("a known gap that is one no longer: take its mark away")
                    .isFalse();
        }
    }

    /** The newest release, or those that {@code -Dstairway.test.releases=14,15} names. */
    private static Stream<Arguments> onPostgres() {
        return Arrays.stream(System.getProperty("stairway.test.releases", "18").split(","))
                .map(Integer::valueOf)
                .flatMap(release -> POSTGRES.stream()
                        .filter(planted -> planted.runsOn(release))
                        .map(planted -> Arguments.of(planted, release)));
    }

    private static Stream<SqlCase> onSqlite() {
        return SQLITE.stream();
    }
}
