package dev.stairway.metrics;

import dev.stairway.compare.VersionDifference;
import dev.stairway.compare.VersionGroup;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.ServerLoad;
import dev.stairway.engine.Changelog;
import dev.stairway.engine.EngineLibrary;
import dev.stairway.engine.Migration;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.DifferenceText;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.DataLoss;
import dev.stairway.metrics.MetricsDocument.DatabaseEntry;
import dev.stairway.metrics.MetricsDocument.Descent;
import dev.stairway.metrics.MetricsDocument.FixtureEntry;
import dev.stairway.metrics.MetricsDocument.MigrationEntry;
import dev.stairway.metrics.MetricsDocument.NewData;
import dev.stairway.metrics.MetricsDocument.NotCompared;
import dev.stairway.metrics.MetricsDocument.SchemaChange;
import dev.stairway.metrics.MetricsDocument.ServerWork;
import dev.stairway.metrics.MetricsDocument.Statement;
import dev.stairway.metrics.MetricsDocument.Step;
import dev.stairway.run.CellReport;
import dev.stairway.run.FixtureUse;
import dev.stairway.run.StepReport;
import dev.stairway.run.StepReport.Timing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Outcomes of a run as records of the metrics document. */
public final class MetricsAssembler {

    private static final int SQL_LIMIT = 4_000;

    private MetricsAssembler() {}

    public static ChangelogEntry changelog(String id, String engine, EngineLibrary library, Changelog changelog) {
        List<MigrationEntry> migrations =
                changelog.migrations().stream().map(MetricsAssembler::migration).toList();
        return new ChangelogEntry(id, engine, library.version(), library.origin(), changelog.location(), migrations);
    }

    private static MigrationEntry migration(Migration m) {
        return new MigrationEntry(
                m.id(),
                m.name(),
                m.author(),
                m.file(),
                m.line(),
                m.description(),
                m.checksum(),
                m.rollback().name());
    }

    /** The databases of these cells, each once, in order. */
    public static List<DatabaseEntry> databases(List<CellReport> cells) {
        Map<String, DatabaseEntry> databases = new LinkedHashMap<>();
        for (CellReport cell : cells) {
            databases.putIfAbsent(
                    cell.database().key(), database(cell.database(), cell.serverVersion(), cell.driverVersion()));
        }
        return List.copyOf(databases.values());
    }

    static DatabaseEntry database(DatabaseId id, String serverVersion, String driverVersion) {
        return new DatabaseEntry(
                id.key(),
                id.product(),
                id.version(),
                id.provider(),
                serverVersion,
                driverVersion,
                notCompared(id.product()));
    }

    private static List<NotCompared> notCompared(String product) {
        return Fingerprinters.limits(product).stream()
                .map(limit -> new NotCompared(limit.what(), limit.reason()))
                .toList();
    }

    public static MetricsDocument.VersionGroup versions(VersionGroup group) {
        return new MetricsDocument.VersionGroup(
                group.changelog(),
                group.product(),
                group.scenario(),
                group.databases().stream().map(DatabaseId::key).toList(),
                group.migrations(),
                group.differences().stream().map(MetricsAssembler::difference).toList());
    }

    private static MetricsDocument.VersionDifference difference(VersionDifference difference) {
        return new MetricsDocument.VersionDifference(
                difference.migration().id(),
                difference.onlyLeftOut(),
                difference.outcomes().stream()
                        .map(outcome -> new MetricsDocument.VersionOutcome(
                                outcome.database().key(), outcome.verdict().name(), outcome.reason(), outcome.rules()))
                        .toList());
    }

    public static MetricsDocument.Cell cell(CellReport report, long maxRollbackMillis) {
        String changelog = report.cell().changelogId();
        String scenario = report.cell().scenario().name();
        return new MetricsDocument.Cell(
                changelog + "/" + report.database().key() + "/" + scenario,
                changelog,
                report.database().key(),
                scenario,
                report.cell().scenario().rows(),
                report.notRun().isEmpty() ? (report.passed() ? "PASSED" : "FAILED") : "NOT_RUN",
                report.notRun(),
                millis(report.durationNanos()),
                millis(sum(report, Timing::engineNanos)),
                millis(sum(report, timing -> timing.work().databaseNanos())),
                millis(report.steps().stream().mapToLong(StepReport::checkNanos).sum()),
                millis(report.dataNanos()),
                report.schemaDigest(),
                report.dataDigest(),
                report.steps().stream().map(MetricsAssembler::step).toList(),
                descent(report.descent(), maxRollbackMillis),
                new TreeMap<>(report.unfilled()),
                report.fixtures().stream().map(MetricsAssembler::fixture).toList());
    }

    private static FixtureEntry fixture(FixtureUse use) {
        return new FixtureEntry(
                use.file(), use.loads() == 0 ? null : use.loadedAfter(), use.loads(), use.rows(), use.reason());
    }

    private static long sum(CellReport report, ToLongFunction<Timing> part) {
        return report.steps().stream()
                .flatMap(step -> Stream.of(step.up(), step.down(), step.upAgain()))
                .filter(Objects::nonNull)
                .mapToLong(part)
                .sum();
    }

    private static long millis(long nanos) {
        return Math.round(nanos / 1e6);
    }

    private static Step step(StepReport step) {
        return new Step(
                step.migration().id(),
                step.verdict().name(),
                step.reason(),
                rounded(step.up()),
                rounded(step.down()),
                rounded(step.upAgain()),
                rounded(step.checkNanos()),
                step.rowsBefore(),
                schemaChanges(step.change()),
                step.losses().stream()
                        .map(l -> new DataLoss(l.table(), l.column(), l.rows(), l.exact(), l.declared()))
                        .toList(),
                statements(step.up()),
                statements(step.down()),
                work(step.up()),
                work(step.down()),
                step.patterns().stream().map(KeyRecords::change).toList(),
                step.live() == null ? null : KeyRecords.live(step.live().up()),
                step.live() == null ? null : KeyRecords.live(step.live().down()),
                step.unsurviving().stream()
                        .map(lost -> new NewData(lost.table(), lost.column(), lost.values()))
                        .toList());
    }

    /** Null when the database tells nothing. */
    static ServerWork work(Timing timing) {
        if (timing == null
                || timing.rowsTouched().isEmpty() && timing.work().load().equals(ServerLoad.UNKNOWN)) {
            return null;
        }
        ServerLoad load = timing.work().load();
        return new ServerWork(
                timing.rowsTouched().isEmpty() ? null : timing.rowsTouched().getAsLong(),
                load.commands(),
                load.memoryBytes(),
                load.longestBlockNanos() == null ? null : Double.valueOf(rounded(load.longestBlockNanos())));
    }

    private static Double rounded(Timing timing) {
        return timing == null ? null : Double.valueOf(rounded(timing.wallNanos()));
    }

    private static double rounded(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }

    static List<SchemaChange> schemaChanges(Difference change) {
        List<SchemaChange> changes = new ArrayList<>();
        DifferenceText.schema(change)
                .forEach(line -> changes.add(new SchemaChange(
                        line.kind() + " " + line.name(),
                        line.what().name().toLowerCase(Locale.ROOT),
                        line.attribute(),
                        nullIfEmpty(line.before()),
                        nullIfEmpty(line.after()))));
        return changes;
    }

    /** In a difference an absent value is empty text, in the document it is null. */
    private static String nullIfEmpty(String value) {
        return value.isEmpty() ? null : value;
    }

    private static List<Statement> statements(Timing timing) {
        return timing == null
                ? List.of()
                : timing.work().statements().stream()
                        .map(s -> new Statement(shortened(s.sql()), rounded(s.nanos())))
                        .toList();
    }

    static String shortened(String sql) {
        return sql.length() <= SQL_LIMIT
                ? sql
                : sql.substring(0, SQL_LIMIT) + " ... (" + (sql.length() - SQL_LIMIT) + " more characters)";
    }

    private static Descent descent(CellReport.Descent descent, long limitMillis) {
        return descent == null
                ? null
                : new Descent(
                        descent.passed() && descent.stoppedAt().isEmpty() ? "PASSED" : "FAILED",
                        descent.reason(),
                        descent.stoppedAt().isEmpty() ? null : descent.stoppedAt(),
                        descent.migrations(),
                        rounded(descent.nanos()),
                        limitMillis);
    }
}
