package dev.stairway.benchmark.redis;

import dev.stairway.database.redis.RedisDatabase;
import java.util.List;
import java.util.Locale;

/** Everything that tells how long others had to wait for a server. Takes processor time itself: only while it is needed. */
final class Watch implements AutoCloseable {

    private final Blocks blocks;
    private final Probe probe;
    private final Probe idle;
    private final RunDelay delay;

    /** @param other a server to which nobody else speaks */
    Watch(RedisDatabase database, RedisDatabase other) {
        this.blocks = new Blocks(database);
        this.probe = new Probe(database, "the migration's server");
        this.idle = new Probe(other, "an idle server");
        this.delay = new RunDelay(database);
    }

    void begin() {
        blocks.reset();
        delay.reset();
        probe.take();
        idle.take();
    }

    void end(Series series) {
        Blocks.Block longest = blocks.longest();
        double stolen = delay.mostWithin(longest.millis()).orElse(0);
        List<Probe.Wait> waits = probe.take();
        List<Probe.Wait> others = idle.take();
        double waited = most(waits);
        double alone = most(waits.stream().filter(wait -> !shared(wait, others)).toList());
        series.add("longest block millis", longest.millis());
        series.add("taken from the server meanwhile millis", stolen);
        series.add("longest wait millis", waited);
        series.add("longest wait of the idle server's client millis", most(others));
        series.add("longest wait that the idle server's client did not share millis", alone);
        System.out.printf(
                Locale.ROOT,
                "  longest block %.1f ms (%s; up to %.1f ms of so long a span the machine ran something else), "
                        + "longest wait %.1f ms, %.1f ms where an idle server answered meanwhile%n",
                longest.millis(),
                longest.event(),
                stolen,
                waited,
                alone);
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
        probe.close();
        idle.close();
        delay.close();
        blocks.close();
    }
}
