package dev.stairway.database.redis;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.KillableServer;
import dev.stairway.database.Profile;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Embedded Redis of one version. It goes away with this JVM, however that ends.
 *
 * <p>Every open database has a server process to itself, as starting one takes 10 to 50 milliseconds and so much in Redis belongs
 * to the whole server: functions, users, settings, FLUSHALL, the counters, and the one thread that a long script keeps
 * from everybody else. Databases one after the other never run two processes.
 */
public final class RedisServer implements KillableServer {

    private final DatabaseId id;
    private final Supplier<ServerPlan> plans;
    private final String serverVersion;
    private final boolean durable;
    private final Thread hook = new Thread(this::stopQuietly, "stairway-redis-stop");
    private final Set<RedisProcess> running = new LinkedHashSet<>();
    private RedisProcess spare;
    private boolean closed;

    private RedisServer(ServerPlan plan, Supplier<ServerPlan> plans, RedisProcess first, String version) {
        RedisProgram program = plan.program();
        this.durable = plan.profile().durable();
        this.id = new DatabaseId(program.product(), program.release(), "embedded");
        this.plans = plans;
        this.serverVersion = version;
        this.spare = first;
        running.add(first);
    }

    /**
     * Starts a first process, which shows that the program works here.
     *
     * @param workDirectory where the run's files go
     */
    public static RedisServer start(RedisProgram program, Path workDirectory, Profile profile) {
        return start(() -> ServerPlan.of(program, profile, workDirectory));
    }

    /** @param plans asked anew for each process, which has passwords of its own */
    static RedisServer start(Supplier<ServerPlan> plans) {
        ServerPlan plan = plans.get();
        RedisProgram program = plan.program();
        RedisProcess first = process(plan);
        try (RedisConnection keeper = first.keeper()) {
            String field = program.product().equals("valkey") ? "valkey_version" : "redis_version";
            RedisServer server = new RedisServer(plan, plans, first, Info.field(keeper, "server", field));
            Runtime.getRuntime().addShutdownHook(server.hook);
            return server;
        } catch (RuntimeException e) {
            stop(first, e);
            throw e;
        }
    }

    private static RedisProcess process(ServerPlan plan) {
        try {
            return RedisProcess.start(plan);
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The embedded Redis " + plan.program().version() + " cannot be prepared",
                    plan.workDirectory().toString(),
                    String.valueOf(e.getMessage()),
                    "Check that the work directory is writable",
                    e);
        }
    }

    private static void stop(RedisProcess process, RuntimeException reason) {
        try {
            process.stop();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public DatabaseId id() {
        return id;
    }

    @Override
    public String serverVersion() {
        return serverVersion;
    }

    @Override
    public String driverVersion() {
        return "RESP client of this plugin";
    }

    /** One that keeps no log has nothing to be started again with. */
    @Override
    public boolean killable() {
        return durable;
    }

    @Override
    public void flush(Database database) {
        ((EmbeddedDatabase) database).flush();
    }

    @Override
    public void kill(Database database) {
        ((EmbeddedDatabase) database).kill();
    }

    @Override
    public void restart(Database database) {
        ((EmbeddedDatabase) database).resume();
    }

    /** The name hint is not needed: the database is number 0 of a server of its own. */
    @Override
    public RedisDatabase fresh(String nameHint) {
        RedisProcess process = take();
        try {
            return new EmbeddedDatabase(id, process, () -> forget(process));
        } catch (RuntimeException e) {
            stop(process, e);
            forget(process);
            throw e;
        }
    }

    private RedisProcess take() {
        synchronized (running) {
            requireOpen();
            if (spare != null) {
                RedisProcess first = spare;
                spare = null;
                return first;
            }
        }
        RedisProcess started = process(plans.get());
        synchronized (running) {
            if (!closed) {
                running.add(started);
                return started;
            }
        }
        IllegalStateException late = new IllegalStateException("The server was closed meanwhile");
        stop(started, late);
        throw late;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The server is closed");
        }
    }

    private void forget(RedisProcess process) {
        synchronized (running) {
            running.remove(process);
        }
    }

    @Override
    public void close() {
        if (!stopAll()) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already; it finds the server closed and does nothing.
            return;
        }
    }

    /** False when it had been done before. */
    private boolean stopAll() {
        Set<RedisProcess> all;
        synchronized (running) {
            if (closed) {
                return false;
            }
            closed = true;
            all = Set.copyOf(running);
            running.clear();
        }
        IOException failure = null;
        for (RedisProcess process : all) {
            try {
                process.stop();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw new UncheckedIOException("The embedded Redis was not stopped cleanly", failure);
        }
        return true;
    }

    private void stopQuietly() {
        try {
            stopAll();
        } catch (UncheckedIOException e) {
            // The JVM is going down and nobody listens; the watchdog and the next run's sweep finish the job.
            return;
        }
    }
}
