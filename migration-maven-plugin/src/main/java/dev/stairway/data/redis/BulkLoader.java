package dev.stairway.data.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisError;
import dev.stairway.database.redis.RedisLink;
import dev.stairway.problem.ProblemException;
import java.nio.charset.StandardCharsets;

/** Sends commands without waiting for each reply; looks at every reply nonetheless. */
final class BulkLoader implements AutoCloseable {

    /** Replies that may be outstanding; past this gain ends, and the server keeps them in its memory. */
    private static final int OUTSTANDING = 10_000;

    private final RedisLink connection;
    private final String[] places = new String[OUTSTANDING];
    private String where = "";
    private int outstanding;
    private long sent;

    BulkLoader(RedisLink connection) {
        this.connection = connection;
    }

    /** Where what follows comes from, for the message when the server refuses it. */
    BulkLoader from(String place) {
        where = place;
        return this;
    }

    void send(byte[]... command) {
        makeRoom();
        connection.send(command);
        note();
    }

    /** Copies a key that is there under another name. */
    void copy(byte[] from, byte[] to) {
        makeRoom();
        connection.sendCopy(from, to);
        note();
    }

    private void makeRoom() {
        if (outstanding == OUTSTANDING) {
            await(OUTSTANDING / 2);
        }
    }

    private void note() {
        places[(int) (sent++ % OUTSTANDING)] = where;
        outstanding++;
    }

    void send(String... command) {
        send(RedisConnection.bytes(command));
    }

    /** Commands sent so far. */
    long sent() {
        return sent;
    }

    /** Waits until the server has done everything. */
    void flush() {
        await(0);
    }

    private void await(int left) {
        RedisError first = null;
        String place = "";
        for (; outstanding > left; outstanding--) {
            if (connection.receive() instanceof RedisError error && first == null) {
                first = error;
                place = places[(int) ((sent - outstanding) % OUTSTANDING)];
            }
        }
        if (first != null) {
            throw ProblemException.setup(
                    "Redis refuses a key of the test data", place, first.text(), advice(first), null);
        }
    }

    private static String advice(RedisError error) {
        return switch (error.code()) {
            case "OOM" -> "Give the server more memory (maxmemory), or ask for fewer keys";
            case "CROSSSLOT" ->
                "On a cluster the keys of one command must be in one slot: write one command per key, or give the keys a"
                        + " hash tag in common";
            case "MOVED", "ASK", "TRYAGAIN", "CLUSTERDOWN" ->
                "Let every slot of the cluster stay on its server while migrations are walked";
            default -> "Correct the record or command; a key can have one type only";
        };
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Waits for what is outstanding; the connection belongs to the caller. */
    @Override
    public void close() {
        if (connection.open()) {
            flush();
        }
    }
}
