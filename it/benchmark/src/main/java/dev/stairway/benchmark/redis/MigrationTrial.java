package dev.stairway.benchmark.redis;

import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisSession;
import java.nio.file.Path;
import java.util.List;

/** Our engine beside the same batches sent by hand, up and down, and how long others had to wait. */
final class MigrationTrial implements AutoCloseable {

    private final RedisDatabase database;
    private final RedisDatabase other;
    private final long keys;
    private final Meter meter;
    private final Scripts scripts;
    private final OurMigration ours;

    /** @param other a server to which nobody else speaks */
    MigrationTrial(RedisDatabase database, RedisDatabase other, long keys, Path work) {
        this.database = database;
        this.keys = keys;
        this.meter = new Meter(database);
        this.scripts = new Scripts("session:user:", "session:v2:user:", work.resolve("many"));
        this.ours = new OurMigration(database, scripts);
        this.other = other;
    }

    void run(Series series, boolean oursFirst) {
        try (Watch watch = new Watch(database, other)) {
            if (!oursFirst) {
                raw(series);
            }
            watch.begin();
            ours(series);
            watch.end(series);
            if (oursFirst) {
                raw(series);
            }
        }
        ratios(series);
    }

    private void ours(Series series) {
        Cost up;
        Cost down;
        try (RedisSession session = database.newSession()) {
            up = meter.of(() -> ours.up(session));
            counted(ours.keys());
            down = meter.of(() -> ours.down(session));
        }
        series.add("our migration", up);
        series.add("our migration", down);
        series.add("keys per call", ours.batch());
        System.out.println("  our migration     " + up + ", " + ours.batch() + " keys per call");
        System.out.println("  and back          " + down);
    }

    private void raw(Series series) {
        // As many keys per call as ours had in the median; the first round that is raw first knows nothing yet.
        int batch = series.all().containsKey("keys per call") ? (int) series.median("keys per call") : 500;
        int page = (int) Math.ceil(batch / 0.6);
        Cost up = meter.of(() -> RawMigration.run(database, scripts.from(), scripts.up(), page));
        Cost down = meter.of(() -> RawMigration.run(database, scripts.to(), scripts.down(), page));
        series.add("raw migration", up);
        series.add("raw migration", down);
        System.out.println("  raw migration     " + up);
        System.out.println("  and back          " + down);
    }

    private static void ratios(Series series) {
        for (String unit : List.of("wallMillis", "clientProcessorMillis", "serverProcessorMillis")) {
            List<Double> ours = series.all().get("our migration " + unit);
            List<Double> raw = series.all().get("raw migration " + unit);
            for (int i = ours.size() - 2; i < ours.size(); i++) {
                series.add("migration to raw, " + unit, ours.get(i) / raw.get(i));
            }
        }
    }

    private void counted(long touched) {
        // A key may come twice: https://redis.io/docs/latest/commands/scan/
        if (touched < keys * 6 / 10) {
            throw new IllegalStateException("Only " + touched + " keys were migrated");
        }
    }

    @Override
    public void close() {
        ours.close();
        meter.close();
    }
}
