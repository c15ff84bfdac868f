package dev.stairway.database.redis;

import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.process.ClosedOnce;
import dev.stairway.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * One logical database of a server that the user named. It belongs to this run from the first look to the end, and is empty
 * before and after; the other logical databases, the server's files and its settings are left alone.
 */
public final class ExternalRedisServer implements DatabaseServer {

    /** For one answer while only looking. */
    private static final Duration LOOK = Duration.ofSeconds(15);

    private final RedisTarget target;
    private final ServerFacts facts;
    private final OwnerMarker marker;
    private final Semaphore free = new Semaphore(1, true);
    private final ClosedOnce releasing;

    private ExternalRedisServer(RedisTarget target, ServerFacts facts, OwnerMarker marker) {
        this.target = target;
        this.facts = facts;
        this.marker = marker;
        this.releasing = ClosedOnce.orAtExit("stairway-redis-release", marker::close);
    }

    /**
     * Checks that the database may be used and takes it.
     *
     * @throws ProblemException when it may not; then nothing was written
     */
    public static ExternalRedisServer open(RedisTarget target) {
        return open(target, OwnerMarker.LEASE);
    }

    static ExternalRedisServer open(RedisTarget target, Duration lease) {
        ExternalLocks.requireDisposable(target);
        ExternalLocks.requireHarmlessNames(target);
        try (RedisConnection first = RedisConnection.open(target.endpoint().withNumber(0))) {
            first.timeout(LOOK);
            ExternalLocks.requireStandalone(first);
            ServerFacts facts = ServerFacts.of(first);
            if (facts.sinceSeven()) {
                ExternalLocks.requireNoFunctions(first);
            }
            ExternalLocks.requireNobody(first, target);
            return new ExternalRedisServer(target, facts, OwnerMarker.claim(target.endpoint(), lease));
        } catch (RedisErrorException e) {
            throw ProblemException.setup(
                    "The Redis database cannot be looked at",
                    target.toString(),
                    e.getMessage(),
                    "Give the user the rights of the page on Redis, and let the server accept commands",
                    e);
        }
    }

    @Override
    public DatabaseId id() {
        return new DatabaseId(facts.product(), facts.release(), "external");
    }

    @Override
    public String serverVersion() {
        return facts.version();
    }

    /** Says where it leads to as well: there may be many servers of a version. */
    @Override
    public String driverVersion() {
        return "RESP client of this plugin, connected to " + target;
    }

    @Override
    public boolean oneAtATime() {
        return true;
    }

    /** Waits until the one before is closed. */
    @Override
    public RedisDatabase fresh(String nameHint) {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another cell used the Redis database", e);
        }
        try {
            marker.empty();
            return new ExternalDatabase(id(), target.endpoint(), facts.sinceSeven(), marker, free::release);
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
    }

    @Override
    public void close() {
        releasing.close();
    }
}
