package dev.stairway.measure.traffic;

import dev.stairway.database.Session;
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

    /** Learns by what session the step works, for clients that could disturb it. */
    default void follow(Session session) {
        // Most disturb nobody.
    }

    /** Ends on close, by any thread. */
    interface Ending extends AutoCloseable {
        @Override
        void close();
    }
}
