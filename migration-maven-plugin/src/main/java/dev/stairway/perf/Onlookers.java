package dev.stairway.perf;

import dev.stairway.database.Database;
import dev.stairway.measure.lock.LockTrace;
import dev.stairway.measure.traffic.Traffic;
import dev.stairway.measure.traffic.TrafficOptions;
import dev.stairway.measure.work.WorkMeter;
import dev.stairway.perf.PerfOptions.Clients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Who looks on in which kind of pass. */
final class Onlookers {

    private final Clients clients;

    Onlookers(Clients clients) {
        this.clients = clients;
    }

    /** @param watched pass in which locks were seen; null when there was none */
    List<Onlooker> of(Pass.Kind kind, Stand stand, PassReport watched) {
        Database database = stand.database();
        List<Onlooker> all = new ArrayList<>();
        switch (kind) {
            case WARM_UP, MEASURED ->
                WorkMeter.on(database).map(WorkOnlooker::new).ifPresent(all::add);
            case WATCHED -> LockTrace.on(database).map(LockOnlooker::new).ifPresent(all::add);
            case BUSY -> {
                TouchedTables tables = new TouchedTables(stand::tables);
                Traffic.on(database, traffic())
                        .map(traffic -> new TrafficOnlooker(traffic, watched == null ? tables : tables.learn(watched)))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private TrafficOptions traffic() {
        return TrafficOptions.defaults()
                .withCallsPerSecond(clients.callsPerSecond())
                .withTimeout(Duration.ofMillis(clients.timeoutMillis()))
                .withSlowReader(Duration.ofMillis(clients.slowReaderMillis()))
                .withWorkload(clients.workload());
    }
}
