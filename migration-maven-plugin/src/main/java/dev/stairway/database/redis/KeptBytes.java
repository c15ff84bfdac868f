package dev.stairway.database.redis;

import dev.stairway.problem.ProblemException;

/** How much memory the kept states of a database may take together. */
final class KeptBytes {

    /** And at most a quarter of the JVM's memory. */
    static final long MOST = 256L << 20;

    private final long most;
    private long taken;

    KeptBytes(long most) {
        this.most = most;
    }

    static KeptBytes ofThisJvm() {
        return new KeptBytes(Math.min(MOST, Runtime.getRuntime().maxMemory() / 4));
    }

    /** @throws ProblemException when it is too much; then nothing is taken */
    void take(long bytes, RedisEndpoint endpoint) {
        if (taken + bytes > most) {
            throw ProblemException.setup(
                    "The Redis database has become too large for its states to be kept",
                    endpoint.toString(),
                    "more than " + (most >> 20) + " MiB in all",
                    "Walk fewer keys, give the JVM of the run more memory (-Dmigration.argLine=-Xmx2g; at most "
                            + (MOST >> 20)
                            + " MiB are used), or walk on the embedded server, which keeps states in files",
                    null);
        }
        taken += bytes;
    }

    void give(long bytes) {
        taken -= bytes;
    }

    long taken() {
        return taken;
    }
}
