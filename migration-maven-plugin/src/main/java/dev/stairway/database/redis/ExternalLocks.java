package dev.stairway.database.redis;

import dev.stairway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What must be true of a server that the user named before anything is written to it. All of it, and without exception. */
final class ExternalLocks {

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
