package dev.stairway.perf;

import dev.stairway.database.Session;
import dev.stairway.measure.host.HostMeter;

/** Looks at processor and memory; the nearest to the step, so that it sees little of the others. */
record HostOnlooker(HostMeter meter) implements Onlooker {

    @Override
    public void begins(Session session) {
        meter.start();
    }

    @Override
    public void ended(Session session, Seen seen) {
        seen.used(meter.stop());
    }
}
