package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.data.redis.RedisData;
import dev.stairway.data.redis.RedisFiller;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.run.RedisCase.Expected;
import dev.stairway.run.RedisCase.Script;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Planted defects of Redis migrations are found by key and attribute, and correct ones that look alike give no finding. */
class RedisCasesTest {

    /**
     * How often each case is walked on each server; 0 for three times in all, which finds what depends on an order that
     * the server chooses.
     */
    private static final int TIMES = Integer.getInteger("stairway.test.times", 0);

    /** Part of the name of the cases to walk, while one of them is worked on. */
    private static final String ONLY = System.getProperty("stairway.test.case", "");

    private static final List<RedisCase> CASES = RedisCases.of(folder());

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("cases")
    void is_judged_rightly_every_time(RedisCase planted, String release) throws IOException {
        for (int i = 1; i <= times(planted, release); i++) {
            CellReport report = walk(planted, release, Files.createDirectory(folder.resolve("run" + i)));
            if (planted.gap().isEmpty()) {
                judgedRightly(planted, report);
            } else {
                assertThat(judgedAs(planted, report))
                        .as("a known gap that is one no longer: take its mark away")
                        .isFalse();
            }
        }
    }

    @Test
    void there_are_enough_of_them() {
        assertThat(CASES).filteredOn(RedisCase::defective).hasSizeGreaterThanOrEqualTo(60);
        assertThat(CASES).filteredOn(planted -> !planted.defective()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(CASES).extracting(RedisCase::toString).doesNotHaveDuplicates();
    }

    static Stream<Arguments> cases() {
        return CASES.stream()
                .filter(planted -> planted.toString().contains(ONLY))
                .flatMap(planted -> planted.servers().stream().map(release -> Arguments.of(planted, release)));
    }

    private static int times(RedisCase planted, String release) {
        if (TIMES > 0) {
            return TIMES;
        }
        int others = planted.servers().size() - 1;
        boolean newest = planted.servers().indexOf(release) == others;
        return newest ? 3 - others : 1;
    }

    private static void judgedRightly(RedisCase planted, CellReport report) {
        assertThat(report.steps())
                .as(() -> text(report))
                .extracting(step -> step.verdict().label())
                .containsExactlyElementsOf(planted.verdict().isEmpty() ? List.of() : List.of(planted.verdict()));
        for (Expected expected : planted.findings()) {
            assertThat(report.findings()).as(() -> text(report)).anyMatch(expected::met);
        }
        assertThat(report.findings())
                .as(() -> text(report))
                .noneMatch(finding -> finding.rule().id().equals(planted.never()));
        if (!planted.defective()) {
            assertThat(report.notRun()).isEmpty();
            assertThat(report.findings()).as(() -> text(report)).isEmpty();
        }
    }

    private static boolean judgedAs(RedisCase planted, CellReport report) {
        try {
            judgedRightly(planted, report);
            return true;
        } catch (AssertionError other) {
            return false;
        }
    }

    private static String text(CellReport report) {
        StringBuilder text = new StringBuilder();
        report.steps().forEach(step -> text.append(step.verdict().label()).append("; "));
        report.findings()
                .forEach(finding -> text.append(finding.rule().id())
                        .append(' ')
                        .append(finding.evidence())
                        .append("; "));
        return text.toString();
    }

    private static CellReport walk(RedisCase planted, String release, Path root) throws IOException {
        Path scripts = Files.createDirectory(root.resolve("redis"));
        write(scripts, "up", planted.up());
        if (planted.down() != null) {
            write(scripts, "down", planted.down());
        }
        Path keys = Files.writeString(root.resolve("keys.redis"), planted.keys() + "\n");
        DatabaseServer server = TestServers.redis(release);
        ChangelogSource source =
                new ChangelogSource("redis", List.of(root), RedisCases.class.getClassLoader(), Map.of(), "", "");
        Cell cell =
                new Cell("changelog", "redis", source, new DatabaseRequest("redis", release), Scenario.of("sample", 8));
        Toolbox tools = new Toolbox(
                new RedisEngine(), Fingerprinters::open, RedisFiller.factory(new RedisData(List.of(keys), List.of())));
        WalkOptions options = new WalkOptions(1, List.of(), planted.losses(), 0, true, 0);
        return new Stairway(cell, server, tools, options, Progress.SILENT).walk();
    }

    private static void write(Path scripts, String direction, Script script) throws IOException {
        Files.writeString(scripts.resolve("V1__planted." + direction + "." + script.kind()), script.text());
    }

    private static Path folder() {
        try {
            return Path.of(RedisCasesTest.class.getResource("redis").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
