package dev.stairway.perf;

import dev.stairway.database.Database;
import dev.stairway.measure.lock.LockTrace;
import dev.stairway.measure.plan.QueryFile;
import dev.stairway.measure.plan.QueryPlans;
import dev.stairway.measure.traffic.Traffic;
import dev.stairway.measure.traffic.TrafficOptions;
import dev.stairway.measure.work.WorkMeter;
import dev.stairway.perf.PerfOptions.Clients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who looks on in which kind of pass. */
final class Onlookers {

    private final Clients clients;
    private final List<QueryFile> queries;
    private QueryOnlooker followed;

    Onlookers(PerfOptions options) {
        this.clients = options.clients();
        this.queries = options.queries();
    }

    /** @param watched pass in which locks were seen; null when there was none */
    List<Onlooker> of(Pass.Kind kind, Stand stand, PassReport watched) {
        Database database = stand.database();
        List<Onlooker> all = new ArrayList<>();
        switch (kind) {
            case WARM_UP, MEASURED ->
                WorkMeter.on(database).map(WorkOnlooker::new).ifPresent(all::add);
            case WATCHED -> {
                // The first one is the last to look at what a migration has done.
                followed =
                        QueryPlans.on(database, queries).map(QueryOnlooker::new).orElse(null);
                Optional.ofNullable(followed).ifPresent(all::add);
                LockTrace.on(database).map(LockOnlooker::new).ifPresent(all::add);
            }
            case BUSY -> {
                TouchedTables tables = new TouchedTables(stand::tables);
                Traffic.on(database, traffic())
                        .map(traffic -> new TrafficOnlooker(traffic, watched == null ? tables : tables.learn(watched)))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    /** Who followed the queries through the last pass in which that was done; empty where nobody can. */
    Optional<QueryOnlooker> queries() {
        return Optional.ofNullable(followed);
    }

    private TrafficOptions traffic() {
        return TrafficOptions.defaults()
                .withCallsPerSecond(clients.callsPerSecond())
                .withTimeout(Duration.ofMillis(clients.timeoutMillis()))
                .withSlowReader(Duration.ofMillis(clients.slowReaderMillis()))
                .withWorkload(clients.workload());
    }
}
