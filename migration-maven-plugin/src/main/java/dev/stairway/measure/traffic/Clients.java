package dev.stairway.measure.traffic;

import java.util.Collection;
import java.util.List;

/** Makes the clients of one database. */
public interface Clients {

    /** Connected ones: a reader and a writer for each table, and the workload. */
    List<Probe> open(Collection<String> tables);

    /** Reads every table and keeps the transaction open; closed from any thread. */
    AutoCloseable hold(Collection<String> tables);
}
