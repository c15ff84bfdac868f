package dev.stairway.benchmark.redis;

import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisSession;
import java.nio.file.Path;
import java.util.List;

/** Our engine beside the same batches sent by hand, up and down, and how long others had to wait. */
final class MigrationTrial implements AutoCloseable {

    private final RedisDatabase database;
    private final long keys;
    private final Meter meter;
    private final Scripts scripts;
    private final OurMigration ours;
    private final Blocks blocks;
    private final Probe probe;
    private final Probe idle;
    private final RunDelay delay;

    /** @param other a server to which nobody else speaks */
    MigrationTrial(RedisDatabase database, RedisDatabase other, long keys, Path work) {
        this.database = database;
        this.keys = keys;
        this.meter = new Meter(database);
        this.scripts = new Scripts("session:user:", "session:v2:user:", work.resolve("many"));
        this.ours = new OurMigration(database, scripts);
        this.blocks = new Blocks(database);
        this.probe = new Probe(database, "the migration's server");
        this.idle = new Probe(other, "an idle server");
        this.delay = new RunDelay(database);
    }

    void run(Series series, boolean oursFirst) {
        if (!oursFirst) {
            raw(series);
        }
        begin();
        Cost up;
        Cost down;
        try (RedisSession session = database.newSession()) {
            up = meter.of(() -> ours.up(session));
            counted(ours.keys());
            down = meter.of(() -> ours.down(session));
        }
        end(series);
        series.add("our migration", up);
        series.add("our migration", down);
        series.add("keys per call", ours.batch());
        System.out.println("  our migration     " + up + ", " + ours.batch() + " keys per call");
        System.out.println("  and back          " + down);
        if (oursFirst) {
            raw(series);
        }
        ratios(series);
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

    private void begin() {
        blocks.reset();
        delay.reset();
        probe.take();
        idle.take();
    }

    private void end(Series series) {
        Blocks.Block longest = blocks.longest();
        double stolen = delay.mostWithin(longest.millis()).orElse(0);
        List<Probe.Wait> waits = probe.take();
        List<Probe.Wait> others = idle.take();
        double waited = most(waits);
        double explained =
                most(waits.stream().filter(wait -> !shared(wait, others)).toList());
        series.add("longest block millis", longest.millis());
        series.add("taken from the server meanwhile millis", stolen);
        series.add("longest wait millis", waited);
        series.add("longest wait of the idle server's client millis", most(others));
        series.add("longest wait that the idle server's client did not share millis", explained);
        System.out.printf(
                java.util.Locale.ROOT,
                "  longest block %.1f ms (%s; up to %.1f ms of so long a span the machine ran something else), "
                        + "longest wait %.1f ms, %.1f ms where an idle server answered meanwhile%n",
                longest.millis(),
                longest.event(),
                stolen,
                waited,
                explained);
    }

    private static double most(List<Probe.Wait> waits) {
        return waits.stream().mapToDouble(Probe.Wait::millis).max().orElse(0);
    }

    /** True when the client of the idle server waited for half of the time as well: then it was the machine. */
    private static boolean shared(Probe.Wait wait, List<Probe.Wait> others) {
        long common = others.stream()
                .mapToLong(other -> Math.min(wait.to(), other.to()) - Math.max(wait.from(), other.from()))
                .filter(nanos -> nanos > 0)
                .sum();
        return common * 2 >= wait.to() - wait.from();
    }

    @Override
    public void close() {
        ours.close();
        probe.close();
        idle.close();
        delay.close();
        blocks.close();
        meter.close();
    }
}
