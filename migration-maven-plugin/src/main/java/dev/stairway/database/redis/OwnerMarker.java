package dev.stairway.database.redis;

import dev.stairway.database.process.Secrets;
import dev.stairway.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A key by which a run owns a logical database. It holds a random token and ends by itself after a run that was killed.
 *
 * <p>Looking at the token and what depends on it are one script each, which nobody can get in between:
 * https://redis.io/docs/latest/develop/programmability/eval-intro/
 */
final class OwnerMarker implements AutoCloseable {

    /** Below the engine's own prefix, which no fingerprint covers. */
    static final String KEY = "{stairway}:owner";

    static final Duration LEASE = Duration.ofMinutes(1);

    private static final String CLAIM = """
            local there = redis.call('DBSIZE')
            if there > 0 then return there end
            redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2])
            return 0
            """;
    private static final String RENEW = """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            return redis.call('PEXPIRE', KEYS[1], ARGV[2])
            """;
    private static final String EMPTY = """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            redis.call('FLUSHDB')
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1
            """;
    private static final String RELEASE = """
            if redis.call('DBSIZE') == 0 then return 1 end
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            redis.call('FLUSHDB')
            return 1
            """;

    private final RedisEndpoint endpoint;
    private final String token = Secrets.random();
    private final Duration lease;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(OwnerMarker::thread);
    private RedisConnection connection;

    private OwnerMarker(RedisEndpoint endpoint, Duration lease) {
        this.endpoint = endpoint;
        this.lease = lease;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "stairway-redis-owner");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Takes an empty database.
     *
     * @throws ProblemException when there is any key in it
     */
    static OwnerMarker claim(RedisEndpoint endpoint, Duration lease) {
        OwnerMarker marker = new OwnerMarker(endpoint, lease);
        try {
            long there = marker.run(CLAIM);
            if (there > 0) {
                throw NotEmpty.of(marker.connection(), there);
            }
            long period = lease.toMillis() / 3;
            marker.clock.scheduleAtFixedRate(marker::renew, period, period, TimeUnit.MILLISECONDS);
            return marker;
        } catch (RuntimeException e) {
            marker.end();
            throw e;
        }
    }

    private void renew() {
        try {
            run(RENEW);
        } catch (RedisErrorException | ProblemException later) {
            // The next time is before the lease ends; whoever depends on it asks, see requireOwned().
            return;
        }
    }

    /** @throws ProblemException when the database is not this run's any more */
    void requireOwned() {
        require(RENEW);
    }

    /** Removes all keys but the marker. */
    void empty() {
        require(EMPTY);
    }

    private void require(String script) {
        if (answer(script) != 1) {
            throw ProblemException.setup(
                    "The Redis database is not this run's any more, so nothing is written to it and nothing removed",
                    endpoint.toString(),
                    "the key " + KEY + " is gone or holds another token",
                    "Look for a migration that empties the database or removes keys that are not its own, for another user of"
                            + " the database, and for a server that was restarted; then empty it by hand and run again",
                    null);
        }
    }

    private long answer(String script) {
        try {
            return run(script);
        } catch (RedisErrorException e) {
            throw ProblemException.setup(
                    "The Redis database cannot be used any more, and what is in it was not removed",
                    endpoint.toString(),
                    e.error().text(),
                    "Look for a script that never ends, too little memory, and rights that the user lacks",
                    e);
        }
    }

    private synchronized long run(String script) {
        Object reply = connection().call("EVAL", script, "1", KEY, token, Long.toString(lease.toMillis()));
        return (Long) reply;
    }

    private synchronized RedisConnection connection() {
        if (connection == null || !connection.open()) {
            connection = RedisConnection.open(endpoint);
        }
        return connection;
    }

    private synchronized void end() {
        clock.shutdownNow();
        if (connection != null) {
            connection.close();
        }
    }

    /** Empties the database and gives it back. */
    @Override
    public void close() {
        try {
            require(RELEASE);
        } finally {
            end();
        }
    }
}
