package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.run.Corpus.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Planted defects of SQL migrations are found by object and attribute, and correct ones that look alike give no finding.
 * Prints recall and precision per class.
 */
class SqlCasesTest {

    private static final CaseScore SCORE = new CaseScore();

    @AfterAll
    static void tellTheScore() {
        System.out.println(SCORE);
    }

    @ParameterizedTest(name = "postgresql {1} {0}")
    @MethodSource("onPostgres")
    void is_judged_rightly_on_postgresql(SqlCase planted, int release) {
        judge(planted, release);
    }

    @ParameterizedTest(name = "sqlite {0}")
    @MethodSource("onSqlite")
    void is_judged_rightly_on_sqlite(SqlCase planted) {
        judge(planted, Corpus.SQLITE);
    }

    @Test
    void no_case_is_told_twice() {
        assertThat(SqlCases.of("postgresql")).extracting(SqlCase::toString).doesNotHaveDuplicates();
        assertThat(SqlCases.of("sqlite")).extracting(SqlCase::toString).doesNotHaveDuplicates();
    }

    /** {@code -Dstairway.test.times=3}: everything that was found, word for word. */
    @Test
    @EnabledIfSystemProperty(named = "stairway.test.times", matches = "[1-9]")
    void every_run_finds_the_same_byte_for_byte() throws IOException {
        String first = Corpus.text(Corpus.judged());
        Path kept = Files.createDirectories(Path.of("target", "planted-defects"));
        Files.writeString(kept.resolve("run-1.txt"), first);
        for (int run = 2; run <= Integer.getInteger("stairway.test.times"); run++) {
            String again = Corpus.walkedAnew();
            Files.writeString(kept.resolve("run-" + run + ".txt"), again);
            assertThat(again.lines())
                    .as("run %d", run)
                    .containsExactlyElementsOf(first.lines().toList());
            assertThat(again).isEqualTo(first);
        }
    }

    private static void judge(SqlCase planted, int release) {
        Judged judged = Corpus.judged(release, planted);
        SCORE.add(judged);
        if (planted.gap().isEmpty()) {
            assertThat(judged.result().right(planted)).as(judged::toString).isTrue();
        } else {
            assertThat(judged.result().right(planted))
                    .as("a known gap that is one no longer: take its mark away")
                    .isFalse();
        }
    }

    private static Stream<Arguments> onPostgres() {
        return Corpus.releases()
                .boxed()
                .flatMap(release -> Corpus.cases(release).stream().map(planted -> Arguments.of(planted, release)));
    }

    private static List<SqlCase> onSqlite() {
        return Corpus.cases(Corpus.SQLITE);
    }
}
