package dev.stairway.database.redis;

import dev.stairway.database.external.Hosts;
import dev.stairway.database.external.Lock;
import dev.stairway.database.external.ProductionNames;
import dev.stairway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What must be true of a server that the user named before anything is written to it. All of it, and without exception. */
final class ExternalLocks {

    private static final long PATIENCE_SECONDS = 1;

    private ExternalLocks() {}

    /** @throws ProblemException when the user has not said that this very database may be emptied */
    static void requireDisposable(RedisTarget target) {
        if (!target.disposable().equals(target.place())) {
            throw ProblemException.setup(
                    "The Redis database is not marked as disposable",
                    target.toString(),
                    target.disposable().isEmpty()
                            ? "<redisDisposable> is not set"
                            : "<redisDisposable> is " + target.disposable(),
                    "If everything in it may be removed, write <redisDisposable>" + target.place()
                            + "</redisDisposable> into the POM, beside <redisUrl>",
                    null);
        }
    }

    /** What can be told before the server hears of us. The host is allowed by being part of what the POM says. */
    static void requireHarmlessNames(RedisTarget target) {
        Hosts.requireNoCloud(target.host(), target.toString());
        harmless("host", target.host(), target);
        harmless("user", target.user(), target);
    }

    private static void harmless(String what, String name, RedisTarget target) {
        ProductionNames.in(name).ifPresent(word -> {
            throw Lock.IN_USE.refuses(
                    "The name of the " + what + " says that it is not for tests",
                    target.toString(),
                    what + " " + name + ", because of '" + word + "'",
                    "Name a server whose host and users are for tests, or rename what is");
        });
    }

    /**
     * Other clients in the same logical database, unless it is a run, which {@link OwnerMarker} tells better.
     *
     * @param connection to logical database 0
     */
    static void requireNobody(RedisConnection connection, RedisTarget target) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<String> others = clients(connection, target.number());
        // One that has just hung up is in the list for another moment.
        while (!others.isEmpty() && System.nanoTime() < deadline && !owned(target)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            others = clients(connection, target.number());
        }
        if (!others.isEmpty() && !owned(target)) {
            throw Lock.IN_USE.refuses(
                    "Others are connected to the Redis database",
                    target.toString(),
                    others.size() + (others.size() == 1 ? " client: " : " clients, for example ") + others.get(0),
                    "Let them disconnect, or name a database that nobody uses");
        }
    }

    private static boolean owned(RedisTarget target) {
        try (RedisConnection there = RedisConnection.open(target.endpoint())) {
            return there.call("GET", OwnerMarker.KEY) != null;
        }
    }

    /** Address and name of each; https://redis.io/docs/latest/commands/client-list/ */
    private static List<String> clients(RedisConnection connection, int number) {
        String own = "id=" + connection.call("CLIENT", "ID") + " ";
        return new String((byte[]) connection.call("CLIENT", "LIST"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith(own) && line.contains(" db=" + number + " "))
                .map(line -> line.replaceAll(".*?(addr=\\S*).*?(name=\\S*).*", "$1 $2"))
                .sorted()
                .toList();
    }

    /**
     * Only reads.
     *
     * @param connection to logical database 0, which every kind of server has
     */
    static void requireStandalone(RedisConnection connection) {
        String mode = Info.field(connection, "server", "redis_mode");
        if (!mode.equals("standalone")) {
            throw refused(
                    connection,
                    "The Redis URL names a server that does not stand alone",
                    "redis_mode:" + mode,
                    mode.equals("cluster")
                            ? "Clusters are walked embedded (<database>redis-cluster</database>); name a server of its own here"
                            : "Name a server of its own");
        }
        String role = Info.field(connection, "replication", "role");
        String replicas = Info.field(connection, "replication", "connected_slaves");
        if (!role.equals("master") || !replicas.equals("0")) {
            throw refused(
                    connection,
                    "The Redis URL names a server that replicates",
                    "role:" + role + ", connected_slaves:" + replicas,
                    "Name a server without replicas: one that has some is in use");
        }
    }

    /** Functions belong to the whole server; taking a step back would take those of others back as well. */
    static void requireNoFunctions(RedisConnection connection) {
        List<?> libraries = (List<?>) connection.call("FUNCTION", "LIST");
        if (!libraries.isEmpty()) {
            Object name = ((List<?>) libraries.get(0)).get(1);
            throw refused(
                    connection,
                    "The Redis server has functions, which belong to all its databases",
                    libraries.size() + " libraries, for example "
                            + new String((byte[]) name, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?"),
                    "Name a server without functions");
        }
    }

    private static ProblemException refused(RedisConnection connection, String what, String seen, String next) {
        return ProblemException.setup(what, connection.endpoint().toString(), seen, next, null);
    }
}
