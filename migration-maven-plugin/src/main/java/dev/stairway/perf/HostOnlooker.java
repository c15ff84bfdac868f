package dev.stairway.perf;

import dev.stairway.database.Session;
import dev.stairway.measure.host.HostMeter;

/** Looks at processor and memory; the nearest to the step, so that it sees little of the others. */
final class HostOnlooker implements Onlooker {

    private final HostMeter meter;
    private boolean running;

    HostOnlooker(HostMeter meter) {
        this.meter = meter;
    }

    @Override
    public void begins(Session session) {
        meter.start();
        running = true;
    }

    @Override
    public void ended(Session session, Seen seen) {
        running = false;
        seen.used(meter.stop());
    }

    @Override
    public void failed() {
        if (running) {
            running = false;
            meter.stop();
        }
    }
}
