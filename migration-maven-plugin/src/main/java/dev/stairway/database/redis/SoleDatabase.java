package dev.stairway.database.redis;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.Reachable;
import dev.stairway.database.ServerLoad;
import dev.stairway.problem.ProblemException;
import java.time.Duration;
import java.util.function.Supplier;

/** The only database of a server of its own, whose books and counters therefore speak of nobody else. */
abstract class SoleDatabase implements RedisDatabase, Reachable {

    /** Up to here a checkpoint takes less than a tenth of a second. */
    private static final long FEW_KEYS = 20_000;

    /** A server that reads or writes a dump answers nothing else meanwhile. */
    private static final Duration DUMP_TIMEOUT = Duration.ofMinutes(10);

    private final DatabaseId id;
    private RedisConnection keeper;
    private boolean sessionOpen;

    SoleDatabase(DatabaseId id) {
        this.id = id;
    }

    /** Takes a new connection that may do everything. */
    final void keepBy(RedisConnection connection) {
        keeper = connection;
        keeper.timeout(DUMP_TIMEOUT);
    }

    /** A connection that may do everything; closed with this database. */
    final RedisConnection keeper() {
        return keeper;
    }

    /** The end of the server's log. */
    abstract String lastLines();

    @Override
    public final DatabaseId id() {
        return id;
    }

    @Override
    public final RedisSession newSession() {
        requireNoSession();
        requireAnswer();
        RedisSession session = new RedisSession(connect(), this::changes, this::books, () -> sessionOpen = false);
        sessionOpen = true;
        return session;
    }

    @Override
    public final String host() {
        return endpoint().host();
    }

    @Override
    public final int port() {
        return endpoint().port();
    }

    @Override
    public final Database via(String host, int port) {
        return new DetouredDatabase(this, endpoint().via(host, port));
    }

    /** Writes of any client so far. */
    final long changes() {
        return Info.changes(keeper);
    }

    /** Opens the server's books; what it returns says what was written in them since. */
    final Supplier<ServerLoad> books() {
        return ServerBooks.open(keeper);
    }

    @Override
    public final boolean cheapCheckpoints() {
        return (Long) keeper.call("DBSIZE") <= FEW_KEYS;
    }

    final boolean sessionOpen() {
        return sessionOpen;
    }

    final void requireNoSession() {
        if (sessionOpen) {
            throw new IllegalStateException("A session is still open");
        }
    }

    /** @throws ProblemException when the server has ended or is busy */
    final void requireAnswer() {
        try {
            keeper.call("PING");
        } catch (RedisErrorException e) {
            throw ProblemException.setup(
                    "The " + id.provider() + " Redis accepts no commands",
                    endpoint().toString(),
                    e.error().text(),
                    "Look for a script that never ends",
                    e);
        } catch (ProblemException e) {
            throw ProblemException.setup(
                    "The " + id.provider() + " Redis has ended",
                    endpoint().toString(),
                    lastLines(),
                    "Look at the server's messages above; too little memory is the usual reason",
                    e);
        }
    }

    /** @param verb what was to be done with the state */
    final ProblemException failed(String verb, String where, Exception cause) {
        return failed(verb, where, cause, lastLines());
    }

    /** @param log what the server wrote about it */
    final ProblemException failed(String verb, String where, Exception cause, String log) {
        return ProblemException.setup(
                "The state of the Redis database cannot be " + verb,
                where,
                cause + "\n" + log,
                "Look at the messages above; a full disk and a script that never ends are the usual reasons",
                cause);
    }
}
