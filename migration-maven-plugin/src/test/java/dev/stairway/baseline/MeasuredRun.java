package dev.stairway.baseline;

import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.DatabaseEntry;
import dev.stairway.metrics.MetricsDocument.MigrationEntry;
import dev.stairway.metrics.Performance;
import dev.stairway.metrics.Performance.Cell;
import dev.stairway.metrics.Performance.Host;
import dev.stairway.metrics.Performance.Side;
import dev.stairway.metrics.Performance.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A run of the changelog {@code shop} on one database with 1 000 rows, as goal perf would have measured it. */
final class MeasuredRun {

    private final Map<String, String> tool = new TreeMap<>(Map.of(
            "cpu", "Model 9", "cores", "4", "os", "Linux amd64", "java", "17.0.9+9", "plugin", "1.0.0-SNAPSHOT"));
    private final Map<String, Step> steps = new TreeMap<>();
    private final Map<String, String> checksums = new TreeMap<>();
    private String database = "postgresql-17-embedded";
    private String server = "17.6";
    private String engineVersion = "5.0.1";
    private String at = "2026-01-02T00:00:00Z";
    private long seed = 42;
    private String result = "MEASURED";

    MeasuredRun tool(String name, String value) {
        tool.put(name, value);
        return this;
    }

    MeasuredRun database(String id) {
        database = id;
        return this;
    }

    MeasuredRun server(String version) {
        server = version;
        return this;
    }

    MeasuredRun engineVersion(String version) {
        engineVersion = version;
        return this;
    }

    MeasuredRun at(String instant) {
        at = instant;
        return this;
    }

    /** It broke off. */
    MeasuredRun brokenOff() {
        result = "NOT_MEASURED";
        return this;
    }

    MeasuredRun seed(long other) {
        seed = other;
        return this;
    }

    MeasuredRun checksum(String migration, String checksum) {
        checksums.put(migration, checksum);
        return this;
    }

    /** One migration, on the way up only. */
    MeasuredRun up(String migration, long rowsBefore, List<Double> millis, Map<String, List<Long>> counters) {
        return step(migration, rowsBefore, side(millis, counters), null);
    }

    MeasuredRun up(String migration, double... millis) {
        return up(
                migration,
                1_000,
                IntStream.range(0, millis.length).mapToObj(i -> millis[i]).toList(),
                Map.of());
    }

    MeasuredRun work(String migration, String counter, long... values) {
        List<Long> list =
                IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
        return up(migration, 1_000, list.stream().map(value -> 5.0).toList(), Map.of(counter, list));
    }

    MeasuredRun step(String migration, long rowsBefore, Side up, Side down) {
        checksums.putIfAbsent(migration, "sum-" + migration);
        steps.put(migration, new Step(migration, rowsBefore, null, up, down, ""));
        return this;
    }

    static Side side(List<Double> millis, Map<String, List<Long>> counters) {
        return new Side(millis, counters, new Host(List.of(), null, List.of(), null), List.of(), List.of());
    }

    private Performance performance() {
        return new Performance(
                5,
                1,
                0,
                List.of(new Cell(
                        "shop/" + database + "/1000",
                        "shop",
                        database,
                        1_000,
                        result,
                        "",
                        1,
                        new ArrayList<>(steps.values()),
                        List.of())),
                List.of(),
                List.of(),
                null);
    }

    MetricsDocument document() {
        return new MetricsDocument(
                MetricsDocument.FORMAT_VERSION,
                new MetricsDocument.Run(at, 1, "perf", seed, "g:a:1", "a", tool),
                List.of(new ChangelogEntry("shop", "liquibase", engineVersion, "", "c.xml", migrations())),
                List.of(new DatabaseEntry(database, "postgresql", "17", "embedded", server, "42.7", List.of())),
                List.of(),
                List.of(),
                List.of(),
                performance(),
                null,
                null,
                null,
                null,
                null);
    }

    private List<MigrationEntry> migrations() {
        return checksums.entrySet().stream()
                .map(entry -> new MigrationEntry(
                        entry.getKey(), entry.getKey(), "", "c.xml", 1, "", entry.getValue(), "WRITTEN"))
                .toList();
    }

    BaselineDocument recording() {
        return Recording.of(document());
    }
}
