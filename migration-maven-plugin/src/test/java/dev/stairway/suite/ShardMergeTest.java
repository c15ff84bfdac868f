package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.matrix.Shard;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo shop on SQLite, PostgreSQL 14 and 18 and Redis: once whole, once in eight shards that are put together. */
class ShardMergeTest {

    private static final int SHARDS = 8;

    @TempDir
    private static Path directory;

    private static Suite.Result whole;
    private static Suite.Result merged;
    private static final List<MetricsDocument> PARTS = new ArrayList<>();

    @TempDir
    private Path other;

    @BeforeAll
    static void walk() throws IOException, InterruptedException {
        ShardedShop shop = new ShardedShop(directory);
        whole = shop.run(null);
        for (int shard = 1; shard <= SHARDS; shard++) {
            PARTS.add(shop.run(new Shard(shard, SHARDS)).document());
        }
        merged = shop.merged();
    }

    @Test
    void eightShardsTogetherAreTheWholeRunExceptForTimes() throws IOException {
        assertThat(whole.document().cells()).hasSize(14);
        assertThat(ShardedShop.withoutTimes(directory.resolve("merged/metrics.json"))
                        .lines())
                .containsExactlyElementsOf(ShardedShop.withoutTimes(directory.resolve("whole/metrics.json"))
                        .lines()
                        .toList());
    }

    @Test
    void everyCellIsInExactlyOneShard() {
        assertThat(PARTS.stream().flatMap(part -> part.cells().stream()).map(MetricsDocument.Cell::id))
                .containsExactlyInAnyOrderElementsOf(whole.document().cells().stream()
                        .map(MetricsDocument.Cell::id)
                        .toList());
        assertThat(PARTS)
                .extracting(part -> part.run().shard().matrix())
                .containsOnly(PARTS.get(0).run().shard().matrix());
        assertThat(PARTS).noneMatch(part -> part.cells().isEmpty());
    }

    @Test
    void exportsAreThoseOfTheWholeRun() throws IOException {
        assertThat(names("merged")).isEqualTo(names("whole"));
        for (String file : List.of("migration.sarif", "codequality.json")) {
            assertThat(withoutTimes("merged", file)).as(file).isEqualTo(withoutTimes("whole", file));
        }
        for (String name : names("whole")) {
            if (name.startsWith("TEST-")) {
                assertThat(withoutTimes("merged", name)).as(name).isEqualTo(withoutTimes("whole", name));
            }
        }
    }

    @Test
    void theGateFailsForTheSameReasons() {
        assertThat(whole.document().gate().failed()).isTrue();
        assertThat(merged.document().gate()).isEqualTo(whole.document().gate());
        assertThat(merged.document().run().shard()).isNull();
    }

    /** No shard alone has both versions of this cell. */
    @Test
    void whatOnlyTheWholeMatrixShowsIsFound() {
        Finding between = merged.document().findings().stream()
                .filter(finding -> finding.rule().equals("differs-between-versions"))
                .filter(finding -> finding.migration().contains("unique-email"))
                .findFirst()
                .orElseThrow();
        assertThat(between.title()).contains("passes on 18, fails on 14");
        assertThat(whole.document().findings()).contains(between);
    }

    @Test
    void aShardWithoutCellsIsGreenAndSaysSo() throws Exception {
        ShardedShop shop = new ShardedShop(other);
        List<String> lines = new ArrayList<>();

        Suite.Result result = shop.run(new Shard(20, 20));

        lines.addAll(Ending.of(result).table());
        assertThat(result.document().gate().failed()).isFalse();
        assertThat(result.document().cells()).isEmpty();
        assertThat(lines)
                .containsExactly(
                        "  shard 20/20: 0 of 14 cells, nothing to do; goal report-aggregate puts all shards together");
        assertThat(result.report()).exists();
    }

    @Test
    void aMissingShardIsNamedWithItsCells() throws IOException {
        copy(1, 2, 3, 4, 6, 7, 8);

        refused(
                "Shard 5 of 8 is missing",
                "not walked: " + PARTS.get(4).cells().get(0).changelog() + " on ",
                "-Dmigration.shard=5/8");
        assertThat(Files.readString(other.resolve("merged/summary.md"))).contains("Shard 5 of 8 is missing");
    }

    @Test
    void twoShardsAreNamed() throws IOException {
        copy(1, 2, 3, 4, 5, 6);

        refused("Shard 7, 8 of 8 are missing");
    }

    @Test
    void aShardOfAnotherCommitIsRefused() throws IOException {
        copy(1, 2, 3, 4, 5, 6, 7, 8);
        edit(3, "\"commit\" : \"c0ffee\"", "\"commit\" : \"badf00d\"");

        refused("their commit is not the same", "Shard 1 of 8: c0ffee", "Shard 3 of 8: badf00d");
    }

    @Test
    void aShardWithOtherSettingsIsRefused() throws IOException {
        copy(1, 2, 3, 4, 5, 6, 7, 8);
        edit(8, "\"seed\" : \"1\"", "\"seed\" : \"2\"");

        refused("their seed is not the same");
    }

    @Test
    void theSameShardTwiceIsRefused() throws IOException {
        copy(1, 2, 3, 4, 5, 6, 7, 8);
        Files.createDirectories(other.resolve("shards/again"));
        Files.copy(other.resolve("shards/2/metrics.json"), other.resolve("shards/again/metrics.json"));

        refused("Shard 2 of 8 is there twice", "again");
    }

    @Test
    void shardsOfTwoDivisionsAreRefused() throws IOException {
        copy(1, 2);
        edit(2, "\"count\" : 8", "\"count\" : 9");

        refused("The shards are not of one run: Shard 1 of 8 and shard 2 of 9");
    }

    @Test
    void aWholeRunIsNoShard() throws IOException {
        Files.createDirectories(other.resolve("shards/1"));
        Files.copy(directory.resolve("whole/metrics.json"), other.resolve("shards/1/metrics.json"));

        refused("This is the document of a whole run, not of a shard");
    }

    @Test
    void aTornDocumentIsRefused() throws IOException {
        copy(1);
        Path file = other.resolve("shards/1/metrics.json");
        Files.writeString(file, Files.readString(file).substring(0, 500));

        refused("A metrics document cannot be read");
    }

    @Test
    void noShardAtAllIsAnErrorWithThePlace() {
        refused("There are no shards to put together", "shards/*/metrics.json");
    }

    private void refused(String... texts) {
        assertThatThrownBy(() -> new ShardedShop(other).merged())
                .isInstanceOf(ProblemException.class)
                .satisfies(problem -> assertThat(problem.getMessage()).contains(texts));
    }

    private void copy(int... shards) throws IOException {
        for (int shard : shards) {
            Path to = other.resolve("shards/" + shard);
            Files.createDirectories(to);
            Files.copy(directory.resolve("shards/" + shard + "/metrics.json"), to.resolve("metrics.json"));
        }
    }

    private void edit(int shard, String before, String after) throws IOException {
        Path file = other.resolve("shards/" + shard + "/metrics.json");
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replaceFirst(before, after));
    }

    private static List<String> names(String run) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(run))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String withoutTimes(String run, String file) throws IOException {
        return ShardedShop.withoutMoments(
                        Files.readString(directory.resolve(run).resolve(file)))
                .replaceAll("(time|timestamp)=\"[^\"]*\"", "$1=\"\"");
    }
}
