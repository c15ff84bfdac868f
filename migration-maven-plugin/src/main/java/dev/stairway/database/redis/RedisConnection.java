package dev.stairway.database.redis;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A connection that speaks the protocol of Redis and nothing more.
 *
 * <p>Replies: a status is a {@link String}, a string of bytes is a {@code byte[]}, an integer is a {@link Long}, an array is
 * a {@link List}, nothing is null, an error inside an array or a pipeline is a {@link RedisError}. Used by one thread at a
 * time. A connection that failed or timed out is closed: the replies on it no longer fit the commands.
 */
public final class RedisConnection implements RedisLink {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    /** A script keeps a server silent for five seconds; then it says that it is busy. */
    private static final Duration SIGN_IN_TIMEOUT = Duration.ofSeconds(15);

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    /** Enough to keep both sides busy; the server holds the answers to so many commands in its memory. */
    private static final int WINDOW = 4096;

    private final Socket socket;
    private final RedisEndpoint endpoint;
    private final RespWriter writer;
    private final RespReader reader;
    private final List<List<Object>> pushes = new ArrayList<>();
    private Observer observer;

    /** Learns of the commands that were answered. */
    @FunctionalInterface
    interface Observer {
        void ran(List<byte[][]> commands, long nanos);
    }

    private RedisConnection(Socket socket, RedisEndpoint endpoint) throws IOException {
        this.socket = socket;
        this.endpoint = endpoint;
        this.writer = new RespWriter(socket.getOutputStream());
        this.reader = new RespReader(socket.getInputStream());
    }

    /**
     * Connects, signs in and selects the logical database, in RESP2.
     *
     * @throws ProblemException when the server cannot be reached or refuses
     */
    public static RedisConnection open(RedisEndpoint endpoint) {
        return open(endpoint, false);
    }

    /** Same in RESP3, in which the server sends messages on its own account, see {@link #pushes()}. */
    public static RedisConnection openForPushes(RedisEndpoint endpoint) {
        return open(endpoint, true);
    }

    private static RedisConnection open(RedisEndpoint endpoint, boolean resp3) {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), (int) CONNECT_TIMEOUT.toMillis());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) SIGN_IN_TIMEOUT.toMillis());
            if (endpoint.tls()) {
                socket = Tls.over(socket, endpoint);
            }
            RedisConnection connection = new RedisConnection(socket, endpoint);
            connection.signIn(resp3);
            connection.timeout(READ_TIMEOUT);
            return connection;
        } catch (IOException e) {
            closeQuietly(socket, e);
            throw ProblemException.setup(
                    "Redis cannot be reached",
                    endpoint.toString(),
                    String.valueOf(e.getMessage()),
                    endpoint.tls()
                            ? "Check that the server runs and listens there with TLS, that its certificate is for this host name,"
                                    + " and that the JVM trusts it (-Djavax.net.ssl.trustStore)"
                            : "Check that the server runs and listens there, and without TLS",
                    e);
        } catch (RuntimeException e) {
            closeQuietly(socket, e);
            throw e;
        }
    }

    private void signIn(boolean resp3) {
        try {
            if (!endpoint.password().isEmpty()) {
                String user = endpoint.user().isEmpty() ? "default" : endpoint.user();
                call("AUTH", user, endpoint.password());
            }
            if (resp3) {
                call("HELLO", "3");
            }
            if (endpoint.number() != 0) {
                call("SELECT", Integer.toString(endpoint.number()));
            }
        } catch (RedisErrorException e) {
            throw ProblemException.setup(
                    "Redis refuses the connection",
                    endpoint.toString(),
                    e.getMessage(),
                    "Check user, password and number of the logical database",
                    e);
        }
    }

    /** How long a reply may take; zero for as long as it likes. One minute where nothing was said. */
    public void timeout(Duration timeout) {
        try {
            socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** Where this connection leads to. */
    public RedisEndpoint endpoint() {
        return endpoint;
    }

    void observe(Observer other) {
        observer = other;
    }

    @Override
    public Object call(String... command) {
        return call(bytes(command));
    }

    @Override
    public Object call(byte[]... command) {
        long start = System.nanoTime();
        send(command);
        Object reply = receive();
        report(List.<byte[][]>of(command), start);
        if (reply instanceof RedisError error) {
            throw new RedisErrorException(error, CommandText.of(command));
        }
        return reply;
    }

    /**
     * Many commands without waiting for the reply of one before sending the next.
     *
     * @return a reply for each, errors as {@link RedisError}
     * @throws ProblemException when the connection is lost or a reply takes too long
     */
    @Override
    public List<Object> pipeline(List<byte[][]> commands) {
        long start = System.nanoTime();
        List<Object> replies = new ArrayList<>(commands.size());
        int sent = 0;
        while (replies.size() < commands.size()) {
            while (sent < commands.size() && sent - replies.size() < WINDOW) {
                send(commands.get(sent++));
            }
            int wanted = sent == commands.size() ? sent : sent - WINDOW / 2;
            while (replies.size() < wanted) {
                replies.add(receive());
            }
        }
        report(commands, start);
        return Collections.unmodifiableList(replies);
    }

    private void report(List<byte[][]> commands, long start) {
        if (observer != null) {
            observer.ran(commands, System.nanoTime() - start);
        }
    }

    /**
     * Puts a command behind those on their way, without waiting; each wants one {@link #receive()}. Many may be collected
     * before they leave together, with {@link #flush()} or the next {@link #receive()}. Not recorded by a session.
     */
    @Override
    public void send(byte[]... command) {
        try {
            writer.write(command);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** Sends what {@link #send} has collected. */
    public void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public Object receive() {
        flush();
        try {
            Object reply = reader.read();
            while (reply instanceof RespReader.Push push) {
                pushes.add(push.content());
                reply = reader.read();
            }
            return reply;
        } catch (IOException | ArithmeticException e) {
            throw lost(e);
        }
    }

    /**
     * What the server has sent on its own account since the last call, for example {@code [invalidate, [key, ...]]}, or
     * {@code [invalidate, null]} when a whole database was emptied.
     *
     * <p>Messages are seen while a reply is read: a PING gets everything that was caused by commands that were answered
     * before it was sent. https://redis.io/docs/latest/develop/reference/client-side-caching/
     */
    public List<List<Object>> pushes() {
        List<List<Object>> seen = List.copyOf(pushes);
        pushes.clear();
        return seen;
    }

    /** A word in UTF-8. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A command whose words are in UTF-8. */
    public static byte[][] bytes(String... command) {
        return Arrays.stream(command).map(RedisConnection::bytes).toArray(byte[][]::new);
    }

    @Override
    public List<RedisConnection> nodes() {
        return List.of(this);
    }

    @Override
    public boolean open() {
        return !socket.isClosed();
    }

    private ProblemException lost(Exception cause) {
        boolean wasOpen = open();
        closeQuietly(socket, cause);
        if (cause instanceof SocketTimeoutException) {
            return ProblemException.setup(
                    "Redis took too long to answer",
                    endpoint.toString(),
                    "no reply in time",
                    "Look for a script or command that keeps the server busy, and for a firewall that swallows what is sent",
                    cause);
        }
        return ProblemException.setup(
                "The connection to Redis was lost",
                endpoint.toString(),
                wasOpen ? String.valueOf(cause.getMessage()) : "it had been closed before",
                "Check whether the server was stopped or ran out of memory, then run again",
                cause);
    }

    private static void closeQuietly(Socket socket, Exception reason) {
        try {
            socket.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public String toString() {
        return "connection to " + endpoint;
    }
}
