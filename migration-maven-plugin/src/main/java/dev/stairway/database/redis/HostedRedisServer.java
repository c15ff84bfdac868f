package dev.stairway.database.redis;

import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Redis of one version from somewhere else, for example an image. Every open database has a server to itself, for the
 * reasons of {@link RedisServer}; one that a cell has left as it was is emptied and serves the next.
 */
public final class HostedRedisServer implements DatabaseServer {

    private final DatabaseId id;
    private final ServerFacts facts;
    private final Function<RedisSetup, RedisHost> hosts;
    private final Set<RedisHost> running = new LinkedHashSet<>();
    private final Deque<Member> spare = new ArrayDeque<>();
    private boolean closed;

    /** @param state what it has besides keys and functions */
    private record Member(RedisHost host, RedisSetup setup, String state) {}

    private HostedRedisServer(Function<RedisSetup, RedisHost> hosts, String provider, ServerFacts facts, Member first) {
        this.hosts = hosts;
        this.facts = facts;
        this.id = new DatabaseId(facts.product(), facts.release(), provider);
        running.add(first.host);
        spare.add(first);
    }

    /**
     * Starts a first one, which shows what it is.
     *
     * @param hosts asked anew for each server
     * @param provider which starts them
     */
    public static HostedRedisServer start(Function<RedisSetup, RedisHost> hosts, String provider) {
        RedisSetup setup = new RedisSetup();
        RedisHost first = hosts.apply(setup);
        try (RedisConnection keeper = RedisStart.await(setup.keeper(first), first)) {
            Member member = new Member(first, setup, ServerState.of(keeper, false));
            return new HostedRedisServer(hosts, provider, ServerFacts.of(keeper), member);
        } catch (RedisErrorException | ProblemException e) {
            String seen = first.lastLines();
            stop(first, e);
            throw ProblemException.setup(
                    "Redis (" + provider + ") started but cannot be used",
                    setup.endpoint(first).toString(),
                    e.getMessage() + "\n" + seen,
                    "Look at the server's messages above; an image of something else and too little memory are the usual"
                            + " reasons",
                    e);
        }
    }

    @Override
    public DatabaseId id() {
        return id;
    }

    @Override
    public String serverVersion() {
        return facts.version();
    }

    @Override
    public String driverVersion() {
        return "RESP client of this plugin";
    }

    /** The name hint is not needed: the database is number 0 of a server of its own. */
    @Override
    public RedisDatabase fresh(String nameHint) {
        Member member = take();
        try {
            return new HostedDatabase(id, member.host, member.setup, () -> giveBack(member));
        } catch (RuntimeException e) {
            forget(member);
            stop(member.host, e);
            throw e;
        }
    }

    private Member take() {
        synchronized (running) {
            requireOpen();
            if (!spare.isEmpty()) {
                return spare.remove();
            }
        }
        RedisSetup setup = new RedisSetup();
        RedisHost host = hosts.apply(setup);
        try (RedisConnection keeper = RedisStart.await(setup.keeper(host), host)) {
            Member member = new Member(host, setup, ServerState.of(keeper, false));
            synchronized (running) {
                requireOpen();
                running.add(host);
            }
            return member;
        } catch (RuntimeException e) {
            stop(host, e);
            throw e;
        }
    }

    private void giveBack(Member member) {
        if (asNew(member)) {
            synchronized (running) {
                if (!closed) {
                    spare.add(member);
                    return;
                }
            }
        }
        forget(member);
        try {
            member.host.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("Redis (" + id.provider() + ") was not stopped cleanly", e);
        }
    }

    private boolean asNew(Member member) {
        try (RedisConnection keeper = RedisConnection.open(member.setup.keeper(member.host))) {
            ServerState.clear(keeper, facts.sinceSeven());
            return ServerState.of(keeper, false).equals(member.state);
        } catch (RedisErrorException | ProblemException dead) {
            return false;
        }
    }

    private void forget(Member member) {
        synchronized (running) {
            running.remove(member.host);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The server is closed");
        }
    }

    private static void stop(RedisHost host, RuntimeException reason) {
        try {
            host.stop();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        Set<RedisHost> all;
        synchronized (running) {
            closed = true;
            all = Set.copyOf(running);
            running.clear();
        }
        IOException failure = null;
        for (RedisHost host : all) {
            try {
                host.stop();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw new UncheckedIOException("Redis (" + id.provider() + ") was not stopped cleanly", failure);
        }
    }
}
