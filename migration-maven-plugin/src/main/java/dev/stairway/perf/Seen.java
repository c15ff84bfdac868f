package dev.stairway.perf;

import dev.stairway.measure.host.HostUse;
import dev.stairway.measure.lock.StatementTrace;
import dev.stairway.measure.traffic.TableTraffic;
import dev.stairway.measure.work.Counter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one pass saw of one direction of a step; onlookers fill in what they look at. */
final class Seen {

    private final long nanos;
    private final Map<Counter, Long> counters = new EnumMap<>(Counter.class);
    private List<StatementTrace> statements = List.of();
    private Map<String, Long> tableRows = Map.of();
    private List<TableTraffic> traffic = List.of();
    private HostUse host = new HostUse(null, null, null, null);

    /** @param nanos of the engine's call and the commit */
    Seen(long nanos) {
        this.nanos = nanos;
    }

    long nanos() {
        return nanos;
    }

    void counted(Map<Counter, Long> work) {
        counters.putAll(work);
    }

    Map<Counter, Long> counters() {
        return counters;
    }

    void used(HostUse use) {
        host = use;
    }

    HostUse host() {
        return host;
    }

    void traced(List<StatementTrace> trace) {
        statements = List.copyOf(trace);
    }

    /** @param rows of each table before the move, by its qualified name */
    void had(Map<String, Long> rows) {
        tableRows = Map.copyOf(rows);
    }

    Map<String, Long> tableRows() {
        return tableRows;
    }

    List<StatementTrace> statements() {
        return statements;
    }

    void met(List<TableTraffic> clients) {
        traffic = List.copyOf(clients);
    }

    List<TableTraffic> traffic() {
        return traffic;
    }
}
