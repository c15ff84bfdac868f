package dev.stairway.measure.traffic;

import dev.stairway.measure.traffic.TableTraffic.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** All clients of one step. */
final class Crew {

    /** What is blocked by the step itself is free when that has ended; what still waits then waits for something else. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    private static final long READY = TimeUnit.SECONDS.toNanos(20);

    private final StepClock clock = new StepClock();
    private final List<Client> clients = new ArrayList<>();
    private final List<SlowReader> slow = new ArrayList<>();
    private Clients.Ending watch = () -> {};

    Crew(Clients product, Collection<String> tables, TrafficOptions options) {
        List<Probe> probes = product.open(tables);
        // Where every table has a writer, calls cost what they cost on a server; elsewhere they are too cheap to be
        // shared.
        long tablesWritten =
                probes.stream().filter(probe -> probe.kind() == Kind.WRITE).count();
        for (Probe probe : probes) {
            long sharing = probe.kind() == Kind.WORKLOAD ? 1 : Math.max(1, tablesWritten);
            clients.add(new Client(probe, options.intervalNanos() * sharing, clock));
        }
        clients.forEach(Client::start);
        try {
            watch = product.watch(probes);
            if (!options.slowReader().isZero()) {
                slow.add(new SlowReader(
                        product.hold(tables), options.slowReader().toNanos(), clock));
            }
        } catch (RuntimeException failed) {
            end();
            throw failed;
        }
    }

    /** Waits until every client knows what an idle server does, or is known to be kept waiting. */
    void ready() {
        long deadline = System.nanoTime() + READY;
        try {
            for (Client client : clients) {
                client.ready(Math.max(0, deadline - System.nanoTime()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void begins() {
        clock.begins(System.nanoTime());
        slow.forEach(SlowReader::look);
    }

    /** Ends every thread. */
    void end() {
        clock.ends(System.nanoTime());
        slow.forEach(SlowReader::look);
        clients.forEach(Client::ended);
        try {
            join();
        } catch (InterruptedException interrupted) {
            clients.forEach(Client::abandon);
            Thread.currentThread().interrupt();
        } finally {
            watch.close();
        }
    }

    private void join() throws InterruptedException {
        List<Client> waiting = waiting(clients);
        waiting.forEach(Client::cancel);
        waiting = waiting(waiting);
        waiting.forEach(Client::abandon);
        waiting(waiting);
        for (SlowReader reader : slow) {
            reader.join(PATIENCE);
        }
    }

    private static List<Client> waiting(List<Client> all) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE;
        List<Client> waiting = new ArrayList<>();
        for (Client client : all) {
            if (!client.join(deadline - System.nanoTime())) {
                waiting.add(client);
            }
        }
        return waiting;
    }

    List<TableTraffic> summary() {
        return clients.stream().map(Client::summary).toList();
    }
}
