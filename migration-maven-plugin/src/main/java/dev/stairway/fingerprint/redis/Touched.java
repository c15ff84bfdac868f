package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisEndpoint;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Hashing;
import dev.stairway.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Learns the names of all keys that anybody writes on one server, by client tracking in broadcasting mode, which needs no change of the
 * server's settings: https://redis.io/docs/latest/develop/reference/client-side-caching/
 *
 * <p>Seen on 6.2 and 7.0: writes of scripts and functions, both names of a RENAME, COPY, MOVE, STORE forms, expiry, eviction
 * and the own connection are told, and a flush of any database as a flush. Not told: what consumer groups do to a stream,
 * XSETID and SWAPDB; {@link Unseen} finds those by the server's counters.
 */
final class Touched implements AutoCloseable {

    private final RedisEndpoint server;
    private RedisConnection connection;
    private boolean gap = true;

    Touched(RedisEndpoint server) {
        this.server = server;
    }

    /** Begins to listen, if it does not yet. */
    void listen() {
        if (connection != null && alive()) {
            return;
        }
        close();
        gap = true;
        connection = RedisConnection.openForPushes(server);
        connection.call("CLIENT", "TRACKING", "ON", "BCAST");
    }

    private boolean alive() {
        try {
            connection.call("PING");
            return true;
        } catch (ProblemException lost) {
            // The server was restarted or has cut a listener that was too slow: what happened meanwhile is unknown.
            return false;
        }
    }

    /** Forgets what was told so far, since all will be read. */
    void forget() {
        listen();
        connection.call("PING");
        connection.pushes();
        gap = false;
    }

    /** Names of the keys that were written since the last call; empty when that is not known completely. */
    Optional<Map<Digest, byte[]>> take() {
        listen();
        connection.call("PING");
        Map<Digest, byte[]> keys = new HashMap<>();
        boolean complete = !gap;
        for (List<Object> push : connection.pushes()) {
            if (StreamReading.text(push.get(0)).equals("invalidate")) {
                complete &= push.get(1) != null;
                add(push.get(1), keys);
            }
        }
        return complete ? Optional.of(keys) : Optional.empty();
    }

    private static void add(Object names, Map<Digest, byte[]> keys) {
        if (names instanceof List<?> list) {
            for (Object name : list) {
                keys.put(Hashing.of((byte[]) name), (byte[]) name);
            }
        }
    }

    /** For counters and the clock. */
    RedisConnection connection() {
        return connection;
    }

    @Override
    public void close() {
        if (connection != null && connection.open()) {
            connection.close();
        }
        connection = null;
    }
}
