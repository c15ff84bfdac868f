package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stairway.matrix.Shard;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.metrics.MetricsDocument.Planned;
import dev.stairway.metrics.MetricsDocument.ShardPart;
import dev.stairway.metrics.Performance;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal verify with all its parts: once whole, once in four shards that are put together. */
class ShardMergeVerifyTest {

    private static final int SHARDS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] DATABASES = {"sqlite", "postgresql:18"};

    @TempDir
    private static Path directory;

    private static Suite.Result result;
    private static MetricsDocument whole;
    private static MetricsDocument merged;
    private static final List<MetricsDocument> SHARED = new ArrayList<>();

    @TempDir
    private Path other;

    @BeforeAll
    static void verify() throws IOException, InterruptedException {
        VerifiedProject project = new VerifiedProject(directory);
        result = project.run(List.of("all"), DATABASES);
        whole = result.document();
        for (int shard = 1; shard <= SHARDS; shard++) {
            SHARED.add(project.run(new Shard(shard, SHARDS), List.of("all"), DATABASES)
                    .document());
        }
        merged = together(directory);
    }

    @Test
    void allPartsAreInOneDocumentWithOneGate() throws IOException {
        assertThat(whole.cells())
                .extracting(MetricsDocument.Cell::scenario)
                .containsExactly("empty", "sample", "large", "empty", "sample", "large");
        assertThat(whole.cells()).allMatch(cell -> cell.descent() != null);
        assertThat(whole.crossDb().groups()).hasSize(1);
        assertThat(whole.performance().cells()).hasSize(4);
        assertThat(whole.safety().changelogs()).hasSize(2);
        assertThat(whole.backups().drills())
                .hasSize(2)
                .allMatch(drill -> drill.trials().stream()
                        .allMatch(trial -> trial.outcome().equals("RESTORED")))
                .allMatch(
                        drill -> drill.notDrilled().isEmpty() && !drill.trials().isEmpty());
        assertThat(whole.databases()).hasSize(2);
        assertThat(whole.findings().stream().map(Finding::rule)).contains("rollback-incomplete", "rollback-missing");
        assertThat(whole.gate().failed()).isTrue();
        assertThat(Ending.of(result).summary()).startsWith("Migrations: 4 in 6 cells, ");
        assertThat(Ending.of(result).table())
                .anyMatch(line -> line.contains("200 rows"))
                .anyMatch(line -> line.contains("migrations compared"))
                .anyMatch(line -> line.contains("dangerous"));
        assertThat(Files.readString(result.report())).contains("cross-db");
    }

    /** What is measured differs from run to run; how often, of what and in which order does not. */
    @Test
    void fourShardsTogetherAreTheWholeRunExceptForWhatIsMeasured() throws IOException {
        assertThat(document("merged").lines())
                .containsExactlyElementsOf(document("whole").lines().toList());
        assertThat(merged.gate()).isEqualTo(whole.gate());
        assertThat(merged.performance().cells())
                .extracting(Performance.Cell::id)
                .containsExactlyElementsOf(whole.performance().cells().stream()
                        .map(Performance.Cell::id)
                        .toList());
    }

    @Test
    void everyPartIsDividedAndWhatOnlyReadsIsReadOnce() {
        List<Planned> matrix = SHARED.get(0).run().shard().matrix();

        assertThat(matrix)
                .extracting(Planned::part)
                .containsOnly("test", "cross-db", "backup-test", "perf")
                .hasSize(6 + 2 + 2 + 4);
        assertThat(matrix.stream().map(Planned::shard).distinct()).hasSize(SHARDS);
        assertThat(SHARED).filteredOn(shard -> shard.safety() != null).hasSize(1);
        assertThat(SHARED)
                .filteredOn(shard -> shard.run().shard().parts().stream()
                        .map(ShardPart::part)
                        .toList()
                        .contains("validate"))
                .hasSize(1);
    }

    /** The first shard reads; what it predicts is seen by whichever shard has the cell. */
    @Test
    void predictionsOfOneShardAreHeldAgainstWhatAllHaveSeen() {
        assertThat(dangers(SHARED.get(0))).isNotEmpty().allMatch(danger -> danger.endsWith("UNPROVEN"));
        assertThat(dangers(merged))
                .isEqualTo(dangers(whole))
                .contains("drop-column CONFIRMED")
                .anyMatch(danger -> danger.endsWith("REFUTED"));
        assertThat(merged.findings())
                .anyMatch(finding -> finding.evidence().stream()
                        .anyMatch(line -> line.matches("confirmed: perf, postgresql.* keeps .* away")));
    }

    @Test
    void aMissingShardIsNamedWithWhatNobodyDid() throws IOException {
        int alone = SHARED.get(0).run().shard().matrix().stream()
                .filter(cell -> cell.part().equals("backup-test"))
                .findFirst()
                .orElseThrow()
                .shard();
        copy(alone);

        refused(
                "Shard " + alone + " of 4 is missing",
                "not done: backup-test of changelog on sqlite, sample",
                "-Dmigration.shard=" + alone + "/4");
    }

    @Test
    void aShardWithOtherPartsIsRefused() throws IOException, InterruptedException {
        copy(SHARDS);
        new VerifiedProject(other).run(new Shard(SHARDS, SHARDS), List.of("validate"), DATABASES);

        refused("The shards are not of one run: their configuration is not the same");
    }

    private static List<String> dangers(MetricsDocument document) {
        return document.findings().stream()
                .filter(finding -> finding.observed() != null)
                .map(finding -> finding.rule() + " " + finding.observed())
                .toList();
    }

    private void refused(String... texts) {
        assertThatThrownBy(() -> together(other))
                .isInstanceOf(ProblemException.class)
                .satisfies(problem -> assertThat(problem.getMessage()).contains(texts));
    }

    private void copy(int without) throws IOException {
        for (int shard = 1; shard <= SHARDS; shard++) {
            if (shard != without) {
                Path to = other.resolve("shards/" + shard + "/metrics.json");
                Files.createDirectories(to.getParent());
                Files.copy(directory.resolve("shards/" + shard + "/metrics.json"), to);
            }
        }
    }

    private static MetricsDocument together(Path base) {
        return new ShardMerge("g:a:1", "name", base.resolve("merged"), List.of(base), Mask.NONE, Clock.systemUTC())
                .merge(base, "shards/*/metrics.json")
                .document();
    }

    /** Without the section of figures, and without those that evidence quotes. */
    private static String document(String run) throws IOException {
        Path file = directory.resolve(run).resolve("metrics.json");
        ObjectNode tree = (ObjectNode) JSON.readTree(ShardedShop.withoutTimes(file));
        tree.remove("performance");
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(tree)
                // A backup has the moment of its making in it.
                .replaceAll("\"bytes\" : \\d+", "\"bytes\" : 0")
                .replaceAll("for [\\d.]+ ms keeps", "keeps");
    }
}
