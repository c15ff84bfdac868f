package dev.stairway.database.redis;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.external.NamedTarget;
import dev.stairway.problem.ProblemException;

/** A logical database of a Redis that the user named, itself. Closing it ends connections and removes no key. */
public final class OperatedRedis implements RedisDatabase {

    private final RedisEndpoint endpoint;
    private final ServerFacts facts;
    private boolean sessionOpen;
    private long asked;

    private OperatedRedis(RedisEndpoint endpoint, ServerFacts facts) {
        this.endpoint = endpoint;
        this.facts = facts;
    }

    /** @throws ProblemException when it cannot be reached, or does not let this user in */
    public static OperatedRedis open(NamedTarget target) {
        RedisTarget named = RedisTarget.of(target.url(), null, target.password());
        RedisTarget known = target.user().isEmpty() ? named : named.withUser(target.user());
        try (RedisConnection first = RedisConnection.open(known.endpoint())) {
            return new OperatedRedis(known.endpoint(), ServerFacts.of(first));
        } catch (RedisErrorException e) {
            throw ProblemException.setup(
                    "The Redis database cannot be looked at",
                    known.toString(),
                    e.getMessage(),
                    "Check user and password, and that the user may call INFO; nothing was changed",
                    e);
        }
    }

    /** For example {@code 7.2.6}. */
    public String serverVersion() {
        return facts.version();
    }

    @Override
    public DatabaseId id() {
        return new DatabaseId(facts.product(), facts.release(), "external");
    }

    @Override
    public RedisEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public RedisSession newSession() {
        if (sessionOpen) {
            throw new IllegalStateException("A session is still open");
        }
        RedisSession session = new RedisSession(connect(), this::unknownChanges, () -> sessionOpen = false);
        sessionOpen = true;
        return session;
    }

    /** Others write as well, so no two readings say that nothing was written in between. */
    private long unknownChanges() {
        return ++asked;
    }

    @Override
    public Checkpoint checkpoint() {
        throw new UnsupportedOperationException("A named database is backed up instead");
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        throw new UnsupportedOperationException("A named database is restored from a backup instead");
    }

    @Override
    public boolean cheapCheckpoints() {
        return false;
    }

    @Override
    public void close() {
        // Every connection was handed out, and is closed by whom it was handed to.
    }
}
