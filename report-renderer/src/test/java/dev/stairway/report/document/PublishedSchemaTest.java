package dev.stairway.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stairway.report.Golden;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The schema published with the site, the golden document and the reader's records say the same. */
class PublishedSchemaTest {

    private static final Path SCHEMA = Golden.root().resolve("src/site/resources/schema/metrics-1.0.schema.json");

    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry("run", Metrics.Run.class),
            Map.entry("shard", Shard.class),
            Map.entry("shardCell", Shard.Planned.class),
            Map.entry("shardWaiver", Shard.Waiver.class),
            Map.entry("shardPart", Shard.Part.class),
            Map.entry("shardPrediction", Shard.Prediction.class),
            Map.entry("changelog", Metrics.Changelog.class),
            Map.entry("migration", Metrics.Migration.class),
            Map.entry("database", Metrics.DatabaseEntry.class),
            Map.entry("notCompared", Metrics.NotCompared.class),
            Map.entry("gate", Metrics.Gate.class),
            Map.entry("cell", Cell.class),
            Map.entry("descent", Cell.Descent.class),
            Map.entry("fixture", Cell.Fixture.class),
            Map.entry("step", Step.class),
            Map.entry("schemaChange", Step.SchemaChange.class),
            Map.entry("dataLoss", Step.DataLoss.class),
            Map.entry("newData", Step.NewData.class),
            Map.entry("statement", Step.Statement.class),
            Map.entry("serverWork", Step.ServerWork.class),
            Map.entry("keyChange", Step.KeyChange.class),
            Map.entry("liveSessions", Step.LiveSessions.class),
            Map.entry("versionGroup", VersionGroup.class),
            Map.entry("versionDifference", VersionGroup.Difference.class),
            Map.entry("versionOutcome", VersionGroup.Outcome.class),
            Map.entry("finding", Finding.class),
            Map.entry("safety", Safety.class),
            Map.entry("safetyEntry", Safety.Entry.class),
            Map.entry("safetyNotCovered", Safety.NotCovered.class),
            Map.entry("safetyRule", Safety.Rule.class),
            Map.entry("backups", Backups.class),
            Map.entry("backupsDrill", Backups.Drill.class),
            Map.entry("backupsTrial", Backups.Trial.class),
            Map.entry("crashes", Crashes.class),
            Map.entry("crashesDrill", Crashes.Drill.class),
            Map.entry("crashesKill", Crashes.Kill.class),
            Map.entry("crashesTwoRunners", Crashes.TwoRunners.class),
            Map.entry("crashesFaults", Crashes.Faults.class),
            Map.entry("crashesFaultTrial", Crashes.FaultTrial.class),
            Map.entry("crossDb", CrossDb.class),
            Map.entry("crossDbGroup", CrossDb.Group.class),
            Map.entry("crossDbLane", CrossDb.Lane.class),
            Map.entry("crossDbDifference", CrossDb.Difference.class),
            Map.entry("crossDbSide", CrossDb.Side.class),
            Map.entry("performance", Performance.class),
            Map.entry("performanceCell", Performance.Cell.class),
            Map.entry("performanceStep", Performance.Step.class),
            Map.entry("performanceSide", Performance.Side.class),
            Map.entry("performanceHost", Performance.Host.class),
            Map.entry("performanceStatement", Performance.Statement.class),
            Map.entry("performanceLock", Performance.Lock.class),
            Map.entry("performanceTraffic", Performance.Traffic.class),
            Map.entry("performanceBlocked", Performance.Blocked.class),
            Map.entry("performanceRecovery", Performance.Recovery.class),
            Map.entry("performanceScaling", Performance.Scaling.class),
            Map.entry("performancePoint", Performance.Point.class),
            Map.entry("performanceQuery", Performance.Query.class),
            Map.entry("performanceComparison", Performance.Comparison.class),
            Map.entry("performanceComparisonEntry", Performance.ComparisonEntry.class),
            Map.entry("performanceHistory", Performance.History.class),
            Map.entry("performanceMoment", Performance.Moment.class));

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theGoldenDocumentsAreValid() throws IOException {
        assertThat(schema().validate(json.readTree(Golden.file().toFile()))).isEmpty();
        assertThat(schema().validate(json.readTree(Golden.performance().toFile())))
                .isEmpty();
        assertThat(schema().validate(json.readTree(Golden.safety().toFile()))).isEmpty();
        assertThat(schema().validate(json.readTree(Golden.crossDb().toFile()))).isEmpty();
        assertThat(schema().validate(json.readTree(Golden.backups().toFile()))).isEmpty();
        assertThat(schema().validate(json.readTree(Golden.crashes().toFile()))).isEmpty();
    }

    @Test
    void anUnknownVerdictIsInvalid() throws IOException {
        JsonNode golden = json.readTree(Golden.file().toFile());
        ((ObjectNode) golden.at("/cells/0/steps/0")).put("verdict", "FINE");

        assertThat(schema().validate(golden)).isNotEmpty();
    }

    @Test
    void everyRecordOfTheReaderIsDescribedFieldByField() throws IOException {
        JsonNode schema = json.readTree(SCHEMA.toFile());

        assertThat(properties(schema)).isEqualTo(components(Metrics.class));
        assertThat(names(schema.get("$defs"))).isEqualTo(new TreeSet<>(RECORDS.keySet()));
        RECORDS.forEach((name, record) ->
                assertThat(properties(schema.at("/$defs/" + name))).as(name).isEqualTo(components(record)));
    }

    @Test
    void theGoldenDocumentShowsEveryVerdictAndEverySeverity() throws IOException {
        String golden = Files.readString(Golden.file());

        assertThat(json.readTree(SCHEMA.toFile()).at("/$defs/step/properties/verdict/oneOf"))
                .hasSize(8)
                .allSatisfy(verdict -> assertThat(golden)
                        .contains("\"verdict\": \"" + verdict.get("const").asText() + "\""));
        assertThat(golden).contains("\"ERROR\"", "\"WARNING\"", "\"INFO\"", "\"NOT_RUN\"");
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
    }

    private static Set<String> properties(JsonNode schema) {
        return names(schema.get("properties"));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
