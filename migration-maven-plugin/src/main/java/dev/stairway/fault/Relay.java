package dev.stairway.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between clients and a server on this machine's loopback, and passes on what they say as its {@link Line} lets it. */
public final class Relay implements AutoCloseable {

    private final InetSocketAddress server;
    private final ServerSocket door;
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Line> line = new AtomicReference<>(Line.CLEAR);
    private final AtomicInteger requests = new AtomicInteger();

    private Relay(InetSocketAddress server, ServerSocket door) {
        this.server = server;
        this.door = door;
    }

    /** Listens from now on, and connects to the server whenever somebody connects to it. */
    public static Relay to(String host, int port) {
        try {
            ServerSocket door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            Relay relay = new Relay(new InetSocketAddress(host, port), door);
            start(relay::listen, "stairway-relay");
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException("No port can be had on this machine's loopback", e);
        }
    }

    static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Address at which it listens. */
    public String host() {
        return "127.0.0.1";
    }

    /** At which it listens; after {@link #close()} nobody does. */
    public int port() {
        return door.getLocalPort();
    }

    /** From now on, on connections that are open as well. Requests are counted from 1 again. */
    public void put(Line fault) {
        requests.set(0);
        line.set(fault);
    }

    /** So many have come since a fault was put there last. */
    public int requests() {
        return requests.get();
    }

    Line line() {
        return line.get();
    }

    int request() {
        return requests.incrementAndGet();
    }

    void ended(Wire wire) {
        wires.remove(wire);
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                // By close(), which also ends this loop; anything else is the client's to notice.
                continue;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket far = new Socket();
        Wire wire = new Wire(this, client, far);
        try {
            far.connect(server);
            client.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
        } catch (IOException e) {
            wire.reset();
            throw e;
        }
        wires.add(wire);
        wire.start();
    }

    /** Resets every connection that is open now. */
    public void reset() {
        wires.forEach(Wire::reset);
    }

    /** Resets what is open, and lets nobody in any more. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reset();
        }
    }
}
