package dev.stairway.perf;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.measure.host.HostMeter;
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

/** Who looks on in which kind of pass. */
final class Onlookers {

    private final DatabaseServer server;
    private final Clients clients;
    private final List<QueryFile> queries;

    Onlookers(DatabaseServer server, Clients clients, List<QueryFile> queries) {
        this.server = server;
        this.clients = clients;
        this.queries = List.copyOf(queries);
    }

    /** @param watched pass in which locks were seen; null when there was none */
    List<Onlooker> of(Pass.Kind kind, Stand stand, PassReport watched) {
        Database database = stand.database();
        List<Onlooker> all = new ArrayList<>();
        switch (kind) {
            case WARM_UP, MEASURED -> {
                WorkMeter.on(database).map(WorkOnlooker::new).ifPresent(all::add);
                all.add(new HostOnlooker(HostMeter.of(server, database)));
            }
            case WATCHED -> {
                QueryPlans.on(database, queries).map(PlanOnlooker::new).ifPresent(all::add);
                LockTrace.on(database)
                        .map(trace -> new LockOnlooker(trace, stand))
                        .ifPresent(all::add);
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

    private TrafficOptions traffic() {
        return TrafficOptions.defaults()
                .withCallsPerSecond(clients.callsPerSecond())
                .withTimeout(Duration.ofMillis(clients.timeoutMillis()))
                .withSlowReader(Duration.ofMillis(clients.slowReaderMillis()))
                .withWorkload(clients.workload());
    }
}
