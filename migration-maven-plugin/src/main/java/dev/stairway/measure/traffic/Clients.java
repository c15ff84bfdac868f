package dev.stairway.measure.traffic;

import java.util.Collection;
import java.util.List;

/** Makes the clients of one database. */
public interface Clients {

    /** Connected ones: a reader and a writer for each table, and the workload. */
    List<Probe> open(Collection<String> tables);

    /** Reads every table and keeps the transaction open. */
    Ending hold(Collection<String> tables);

    /** Looks after clients that {@link #open} has made, so that none of them makes the step fail. */
    default Ending watch(List<Probe> probes) {
        return () -> {};
    }

    /** Ends on close, by any thread. */
    interface Ending extends AutoCloseable {
        @Override
        void close();
    }
}
