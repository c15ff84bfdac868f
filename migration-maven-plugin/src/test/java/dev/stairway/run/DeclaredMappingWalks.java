package dev.stairway.run;

import static dev.stairway.run.RedisWalks.MOVE;
import static dev.stairway.run.RedisWalks.down;
import static dev.stairway.run.RedisWalks.up;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Walks of sessions that a migration declares to move, and what is said of them. */
abstract class DeclaredMappingWalks {

    static final String UP = up(MOVE);
    static final String DOWN = down(MOVE);

    @Parameter
    String release;

    @TempDir
    Path folder;

    final RedisWalks redis() {
        return RedisWalks.on(folder, release);
    }

    static String forKey(String key, String code) {
        return "if key == '" + key + "' then " + code + " end ";
    }

    /** One finding, in one line. */
    static void tells(CellReport report, Rule rule, String... evidence) {
        assertThat(report.notRun()).isEmpty();
        assertThat(report.findings())
                .as(() -> RedisWalks.text(report))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(rule);
                    assertThat(finding.evidence()).singleElement().asString().contains(evidence);
                });
    }

    static void silent(CellReport report) {
        assertThat(report.notRun()).isEmpty();
        assertThat(report.findings()).as(() -> RedisWalks.text(report)).isEmpty();
        assertThat(report.steps()).extracting(StepReport::verdict).containsExactly(Verdict.REVERSIBLE);
    }
}
