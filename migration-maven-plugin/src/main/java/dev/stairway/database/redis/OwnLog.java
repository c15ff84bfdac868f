package dev.stairway.database.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The log of commands of an embedded server, which is switched on for as long as it takes to write everything into it:
 * https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/#append-only-file
 */
final class OwnLog {

    private static final long SECONDS = 300;

    private final RedisConnection keeper;
    private final Path directory;

    OwnLog(RedisConnection keeper, Path directory) {
        this.keeper = keeper;
        this.directory = directory;
    }

    /** A directory since 7.0, one file before. */
    Path write() throws IOException {
        boolean durable = Info.field(keeper, "persistence", "aof_enabled").equals("1");
        if (durable) {
            // One that began before, as at the start of the server, may lack what was loaded since, and a second one is
            // refused.
            awaitIdle();
            keeper.call("BGREWRITEAOF");
        } else {
            keeper.call("CONFIG", "SET", "appendonly", "yes");
        }
        try {
            awaitEnd();
        } finally {
            if (!durable) {
                keeper.call("CONFIG", "SET", "appendonly", "no");
            }
        }
        Path log = directory.resolve("appendonlydir");
        return Files.isDirectory(log) ? log : directory.resolve("appendonly.aof");
    }

    private void awaitEnd() throws IOException {
        awaitIdle();
        if (!state("aof_last_bgrewrite_status").equals("ok")) {
            throw new IOException("The server could not write its log");
        }
    }

    private void awaitIdle() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!state("aof_rewrite_in_progress").equals("0")
                || !state("aof_rewrite_scheduled").equals("0")) {
            if (System.nanoTime() > deadline) {
                throw new IOException("The server did not write its log within " + SECONDS + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private String state(String field) {
        return Info.field(keeper, "persistence", field);
    }
}
