package dev.stairway.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** One connection through a relay. */
final class Wire {

    private static final int CHUNK = 16_384;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Relay relay;
    private final Socket client;
    private final Socket server;
    private final AtomicBoolean clientsTurn = new AtomicBoolean(true);
    private final AtomicBoolean answerLost = new AtomicBoolean();

    Wire(Relay relay, Socket client, Socket server) {
        this.relay = relay;
        this.client = client;
        this.server = server;
    }

    void start() {
        Relay.start(() -> pump(client, server, this::request), "stairway-relay-request");
        Relay.start(() -> pump(server, client, this::answer), "stairway-relay-answer");
    }

    /** Says how many of so many bytes may go on. */
    @FunctionalInterface
    private interface Gate {
        /** @return less than zero to reset the connection */
        int passes(int bytes, long before);
    }

    private void pump(Socket from, Socket to, Gate gate) {
        byte[] bytes = new byte[CHUNK];
        long passed = 0;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int read = in.read(bytes);
            while (read >= 0) {
                int passes = gate.passes(read, passed);
                if (passes < 0) {
                    reset();
                    return;
                }
                if (passes > 0) {
                    delay(passes);
                    out.write(bytes, 0, passes);
                    passed += passes;
                }
                read = passes > 0 && passes < read ? -1 : in.read(bytes);
            }
            end(to, passed);
        } catch (IOException gone) {
            // One side has left; the other is told in the same way, unless nobody is to be told anything.
            if (relay.line().trouble() != Line.Trouble.SILENCE) {
                reset();
            }
        }
    }

    private int request(int bytes, long before) {
        Line line = relay.line();
        int number = clientsTurn.getAndSet(false) ? relay.request() : relay.requests();
        return switch (line.trouble()) {
            case NONE -> bytes;
            case REQUEST_LOST -> number == line.request() ? -1 : bytes;
            case ANSWER_LOST -> {
                if (number == line.request()) {
                    answerLost.set(true);
                }
                yield bytes;
            }
            case SILENCE -> number >= line.request() ? 0 : bytes;
        };
    }

    private int answer(int bytes, long before) {
        clientsTurn.set(true);
        Line line = relay.line();
        if (answerLost.get()) {
            return -1;
        }
        if (line.trouble() == Line.Trouble.SILENCE && relay.requests() >= line.request()) {
            return 0;
        }
        if (line.bytes() < 0) {
            return bytes;
        }
        long left = line.bytes() - before;
        return left <= 0 ? -1 : (int) Math.min(bytes, left);
    }

    private void delay(int bytes) {
        Line line = relay.line();
        long nanos = line.latency().toNanos();
        if (line.bytesPerSecond() > 0) {
            nanos += bytes * NANOS_PER_SECOND / line.bytesPerSecond();
        }
        long end = System.nanoTime() + nanos;
        while (nanos > 0) {
            LockSupport.parkNanos(nanos);
            nanos = end - System.nanoTime();
        }
    }

    /** One side has said all; a line that was cut short of that is reset. */
    private void end(Socket to, long passed) throws IOException {
        Line line = relay.line();
        if (line.bytes() >= 0 && passed >= line.bytes()) {
            reset();
        } else if (line.trouble() != Line.Trouble.SILENCE) {
            to.shutdownOutput();
            if (client.isOutputShutdown() && server.isOutputShutdown()) {
                reset();
            }
        }
    }

    /** Without a farewell: https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/net/Socket.html#setSoLinger(boolean,int) */
    void reset() {
        relay.ended(this);
        abort(client);
        abort(server);
    }

    private static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            // That is what was wanted.
            return;
        }
    }
}
