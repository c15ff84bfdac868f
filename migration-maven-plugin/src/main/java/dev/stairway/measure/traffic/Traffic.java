package dev.stairway.measure.traffic;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Session;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.measure.traffic.jdbc.JdbcClients;
import dev.stairway.measure.traffic.redis.RedisTrafficClients;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Clients that read and write the tables of a step while it runs: what they met is what production will feel.
 *
 * <p>A client calls at fixed times and counts every call from when it was due, so that a blocked one does not hide how long it
 * was blocked. A writer changes a random row to what it is, and takes it back: it takes the locks of a real one, and data stay
 * as they are. Used by one thread at a time; may be started again after it was stopped.
 */
public final class Traffic {

    private final Clients product;
    private final TrafficOptions options;
    private Crew crew;

    private Traffic(Clients product, TrafficOptions options) {
        this.product = product;
        this.options = options;
    }

    /** Of a database; empty where its product has no clients that are known here. */
    public static Optional<Traffic> on(Database database, TrafficOptions options) {
        return product(database, options).map(product -> new Traffic(product, options));
    }

    private static Optional<Clients> product(Database database, TrafficOptions options) {
        if (database instanceof RedisDatabase redis) {
            return Optional.of(new RedisTrafficClients(redis, options));
        }
        return database instanceof JdbcDatabase jdbc ? JdbcClients.of(jdbc, options) : Optional.empty();
    }

    /**
     * Connects the clients and lets them work, first for {@value Client#IDLE_CALLS} calls or {@value Client#IDLE_NANOS} ns,
     * whichever ends first, while nothing else goes on. Returns after that; the clients go on.
     *
     * @param tables with or without their schema, for Redis patterns of keys such as {@code session:{id}}; what is not there,
     *     or is no table, gets no client, nor does more than a dozen
     * @throws dev.stairway.problem.ProblemException when a client cannot connect
     */
    public void start(Collection<String> tables) {
        if (crew != null) {
            throw new IllegalStateException("the clients are at work");
        }
        crew = new Crew(product, List.copyOf(tables), options);
        crew.ready();
    }

    /**
     * From now on calls count.
     *
     * @param session by which the step works, after its {@link Session#begin()}: on SQLite its statements are observed, so that
     *     the writer does not make one of them fail
     */
    public void stepBegins(Session session) {
        product.follow(session);
        stepBegins();
    }

    /** The same for a step that works by other ways. */
    public void stepBegins() {
        if (crew == null) {
            throw new IllegalStateException("the clients are not at work");
        }
        crew.begins();
    }

    /**
     * Ends all clients, whatever became of the step and its server.
     *
     * @return what each met; empty when they were not started
     */
    public List<TableTraffic> stop() {
        if (crew == null) {
            return List.of();
        }
        Crew ended = crew;
        crew = null;
        ended.end();
        return ended.summary();
    }
}
