package dev.stairway.suite;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.matrix.DatabaseRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** The servers of a run. They start side by side while something else goes on. */
final class Servers implements AutoCloseable {

    private final Map<DatabaseRequest, Future<DatabaseServer>> starting = new LinkedHashMap<>();

    private Servers() {}

    /** Comes back at once. */
    static Servers start(List<DatabaseRequest> requests, DatabaseProviders providers) {
        Servers servers = new Servers();
        for (DatabaseRequest request : requests) {
            FutureTask<DatabaseServer> start = new FutureTask<>(
                    () -> providers.named(request.provider()).start(request.product(), request.version()));
            new Thread(start, "server-start " + request).start();
            servers.starting.put(request, start);
        }
        return servers;
    }

    /**
     * Waits for all of them; in the order of the requests.
     *
     * @throws dev.stairway.problem.ProblemException the first one when some could not start
     */
    Map<DatabaseRequest, DatabaseServer> await() throws InterruptedException {
        Map<DatabaseRequest, DatabaseServer> servers = new LinkedHashMap<>();
        for (Map.Entry<DatabaseRequest, Future<DatabaseServer>> entry : starting.entrySet()) {
            try {
                servers.put(entry.getKey(), entry.getValue().get());
            } catch (ExecutionException failed) {
                throw unwrapped(failed);
            }
        }
        return servers;
    }

    /** Also stops what is still about to start, so that nothing is left behind. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (Future<DatabaseServer> start : starting.values()) {
            try {
                close(start);
            } catch (RuntimeException failed) {
                // One that does not stop must not keep the others running.
                if (first == null) {
                    first = failed;
                } else {
                    first.addSuppressed(failed);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static void close(Future<DatabaseServer> start) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    start.get().close();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException neverStarted) {
                    // Told by await(), or hidden behind the failure that ended the run before.
                    return;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unwrapped(ExecutionException failed) {
        return failed.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException("A server could not be started: " + failed.getCause(), failed.getCause());
    }
}
