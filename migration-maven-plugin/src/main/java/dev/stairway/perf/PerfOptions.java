package dev.stairway.perf;

import dev.stairway.measure.plan.QueryFile;
import dev.stairway.measure.traffic.WorkloadFile;
import java.util.List;

/**
 * How cells are measured.
 *
 * @param warmUps passes of which no time is kept; at least 1, since they find out which ways back there are
 * @param repetitions measured passes, at least 1
 * @param forecastRows rows per table in production; 0 where none are named
 * @param seed of the generated rows
 * @param exclusions migrations that are left out
 * @param limits what must not take longer
 * @param queries of the application
 * @param clients that work beside the watched passes
 */
public record PerfOptions(
        int warmUps,
        int repetitions,
        long forecastRows,
        long seed,
        List<Exclusion> exclusions,
        PerfLimits limits,
        List<QueryFile> queries,
        Clients clients) {

    public PerfOptions {
        exclusions = List.copyOf(exclusions);
        queries = List.copyOf(queries);
    }

    /**
     * Clients that read and write while a migration runs.
     *
     * @param callsPerSecond of each; 0 for no clients at all
     * @param timeoutMillis after which a client gives up a call
     * @param slowReaderMillis how long a further client keeps a transaction open in which it has read every table; 0 for none
     * @param workload files of the user's own statements
     */
    public record Clients(
            double callsPerSecond, long timeoutMillis, long slowReaderMillis, List<WorkloadFile> workload) {

        /** Nobody works beside. */
        public static final Clients NONE = new Clients(0, 60_000, 0, List.of());

        public Clients {
            workload = List.copyOf(workload);
        }
    }

    /**
     * A migration left out: recorded as ran.
     *
     * @param migration pattern of its id; {@code *} stands for anything
     */
    public record Exclusion(String migration, String reason) {}
}
