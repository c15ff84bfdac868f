package dev.stairway.report;

import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Performance;
import dev.stairway.report.document.Performance.Blocked;
import dev.stairway.report.document.Performance.Cell;
import dev.stairway.report.document.Performance.Comparison;
import dev.stairway.report.document.Performance.ComparisonEntry;
import dev.stairway.report.document.Performance.History;
import dev.stairway.report.document.Performance.Host;
import dev.stairway.report.document.Performance.Lock;
import dev.stairway.report.document.Performance.Moment;
import dev.stairway.report.document.Performance.Point;
import dev.stairway.report.document.Performance.Query;
import dev.stairway.report.document.Performance.Recovery;
import dev.stairway.report.document.Performance.Scaling;
import dev.stairway.report.document.Performance.Side;
import dev.stairway.report.document.Performance.Statement;
import dev.stairway.report.document.Performance.Step;
import dev.stairway.report.document.Performance.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measured costs of any size, and with any text in all their fields. */
public final class Expensive {

    private static final List<Long> SIZES = List.of(0L, 1_000L, 10_000L);

    /** Every tenth migration blocks everybody. */
    private static final int SLOW = 10;

    private Expensive() {}

    /** A run that only measured: two databases, three sizes. */
    public static Metrics document(int migrations) {
        Metrics large = Large.document(migrations);
        String changelog = large.changelogs().get(0).id();
        List<String> ids = large.changelogs().get(0).migrations().stream()
                .map(Metrics.Migration::id)
                .toList();
        return new Metrics(
                "1.0",
                large.run(),
                large.changelogs(),
                large.databases(),
                List.of(),
                List.of(),
                List.of(),
                of(
                        changelog,
                        large.databases().stream()
                                .map(Metrics.DatabaseEntry::id)
                                .toList(),
                        ids,
                        ""),
                null,
                null,
                null,
                null,
                large.gate());
    }

    /** @param text in every field that may hold any; empty for likely ones */
    static Performance of(String changelog, List<String> databases, List<String> migrations, String text) {
        List<Cell> cells = new ArrayList<>();
        List<Scaling> scalings = new ArrayList<>();
        List<Query> queries = new ArrayList<>();
        List<ComparisonEntry> entries = new ArrayList<>();
        List<History> histories = new ArrayList<>();
        for (String database : databases) {
            for (long rows : SIZES) {
                cells.add(cell(changelog, database, migrations, rows, text));
            }
            for (int n = 0; n < migrations.size(); n++) {
                String migration = migrations.get(n);
                boolean slow = n % SLOW == 0;
                scalings.add(scaling(changelog, database, migration, slow, text));
                for (String metric : List.of("up.millis", "down.millis", "up.walBytes", "up.rowsWritten")) {
                    entries.add(entry(changelog, database, migration, or(text, metric), slow, text));
                }
                if (slow) {
                    queries.add(query(changelog, database, migration, text));
                    histories.add(history(changelog, database, migration, text));
                }
            }
        }
        return new Performance(
                5,
                1,
                1_000_000,
                cells,
                scalings,
                queries,
                new Comparison(
                        or(text, "b.json"), or(text, "2026-11-14T09:30:00Z"), or(text, "same"), entries, histories));
    }

    private static String or(String text, String likely) {
        return text.isEmpty() ? likely : text;
    }

    private static Cell cell(String changelog, String database, List<String> migrations, long rows, String text) {
        List<Step> steps = new ArrayList<>();
        List<Recovery> recoveries = new ArrayList<>();
        for (int n = 0; n < migrations.size(); n++) {
            boolean watched = rows == SIZES.get(SIZES.size() - 1);
            double millis = n % SLOW == 0 ? 2 + rows / 50.0 : 2.5;
            steps.add(new Step(
                    migrations.get(n),
                    rows * 7,
                    1_000_000 + rows,
                    side(millis, watched, text),
                    side(2, watched, text),
                    text));
            recoveries.add(new Recovery(migrations.get(migrations.size() - 1 - n), n + 1, 2.5 * n));
        }
        return new Cell(
                changelog + database + rows,
                changelog,
                database,
                rows,
                or(text, "MEASURED"),
                text,
                900,
                steps,
                recoveries);
    }

    private static Side side(double millis, boolean watched, String text) {
        List<Long> counts = List.of(4096L, 4096L, 4104L);
        Map<String, List<Long>> counters = new LinkedHashMap<>();
        List.of("walBytes", "blocks", "blocksRead", "rowsRead", "rowsWritten", "sizeBytes", "statements")
                .forEach(counter -> counters.put(text + counter, counts));
        List<Statement> statements = !watched
                ? List.of()
                : List.of(new Statement(
                        or(text, "ALTER TABLE orders ADD COLUMN note varchar(255)"),
                        0.4,
                        millis,
                        true,
                        List.of(new Lock(
                                or(text, "public.orders"),
                                or(text, "AccessExclusiveLock"),
                                millis,
                                0,
                                List.of(or(text, "READS"), "WRITES", "DDL"))),
                        List.of(or(text, "public.orders"))));
        List<Traffic> traffic =
                !watched ? List.of() : List.of(traffic("READ", millis, text), traffic("WRITE", millis, text));
        return new Side(
                List.of(millis, millis + 0.1, millis + 0.2),
                counters,
                new Host(List.of(millis), 180_000_000L, List.of(1.5), 90_000_000L),
                statements,
                traffic);
    }

    private static Traffic traffic(String kind, double millis, String text) {
        List<Blocked> blocked = List.of(new Blocked(1, millis), new Blocked(21, Math.max(0.5, millis - 20)));
        return new Traffic(
                or(text, "public.orders"),
                or(text, kind),
                40,
                text.isEmpty() ? 0 : 1,
                0,
                text,
                0.5,
                millis,
                millis,
                0.9,
                1.2,
                blocked);
    }

    private static Scaling scaling(String changelog, String database, String migration, boolean slow, String text) {
        List<Point> points = SIZES.stream()
                .map(rows -> new Point(rows, slow ? 2 + rows / 50.0 : 2.5))
                .toList();
        return new Scaling(
                changelog,
                database,
                migration,
                "up",
                "millis",
                or(text, slow ? "LINEAR" : "METADATA_ONLY"),
                text,
                points,
                2.0,
                slow ? 0.02 : 0,
                1.0,
                slow ? 20_002.0 : 2.5,
                slow ? 18_000.0 : 2.0,
                slow ? 22_000.0 : 3.0);
    }

    private static ComparisonEntry entry(
            String changelog, String database, String migration, String metric, boolean slow, String text) {
        return new ComparisonEntry(
                changelog,
                migration,
                database,
                10_000,
                metric,
                100.0,
                98.0,
                103.0,
                slow ? 202.0 : 101.0,
                200.0,
                207.0,
                slow ? 2.02 : 1.01,
                1.5,
                0.0079,
                or(text, slow ? "REGRESSION" : "SAME"),
                true,
                or(text, "202, was 100"));
    }

    private static History history(String changelog, String database, String migration, String text) {
        List<Moment> points = new ArrayList<>();
        for (int run = 10; run < 20; run++) {
            points.add(new Moment(or(text, "2026-11-" + run + "T09:30:00Z"), 100.0 + run % 3));
        }
        return new History(changelog, migration, database, 10_000, or(text, "up.millis"), points);
    }

    private static Query query(String changelog, String database, String migration, String text) {
        return new Query(
                changelog,
                database,
                migration,
                or(text, "orders-of-customer"),
                or(text, "INDEX_LOST"),
                or(text, "The index is no longer used"),
                List.of(or(text, "Index Scan")),
                List.of(or(text, "Seq Scan")),
                5.0,
                4.0);
    }
}
