package dev.stairway.database.redis;

import dev.stairway.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A database that speaks the protocol of Redis. */
public interface RedisDatabase extends Database {

    /** Where a client library connects to. It stays the same as long as the database is open. */
    RedisEndpoint endpoint();

    /** Number of the logical database. */
    default int number() {
        return endpoint().number();
    }

    /** A connection for reading and filling; the caller closes it. */
    default RedisConnection connect() {
        return RedisConnection.open(endpoint());
    }

    /** Same, in RESP3: the server can send messages on its own account, see {@link RedisConnection#pushes()}. */
    default RedisConnection connectForPushes() {
        return RedisConnection.openForPushes(endpoint());
    }

    /** Where its keys are: one server, or the masters of a cluster, each with a part of the keys. */
    default List<RedisEndpoint> nodes() {
        return List.of(endpoint());
    }

    /** Place among {@link #nodes()} of the server that holds a key. */
    default int nodeOf(byte[] key) {
        return 0;
    }

    /** A way to all its keys, on whichever server they are; the caller closes it. */
    default RedisLink link() {
        return connect();
    }

    /**
     * Adds keys from files in the format of the server's own dumps, which takes a fraction of the time of commands. The next
     * one is written while the server reads the one before. A key that is there is overwritten. Whoever listens for written
     * keys hears that anything may have changed.
     *
     * @return false when this database takes no files, or not now; then nothing was asked for and nothing has changed
     */
    default boolean merge(List<DumpFile> parts) {
        return false;
    }

    /**
     * Has the server write everything into its log of commands, as one that is durable does all the time. No session may be
     * open, and nobody may write meanwhile.
     *
     * @return file or directory, which stays as it is until the next write; empty where the server's files are out of reach
     */
    default Optional<Path> log() {
        return Optional.empty();
    }

    /**
     * Starts the server again with such a log, and without whatever it held. No session may be open.
     *
     * @return false where the server's files are out of reach; then nothing was asked for
     */
    default boolean restartWithLog(Path log) {
        return false;
    }

    /** Writes a dump into a file. */
    @FunctionalInterface
    interface DumpFile {
        void write(Path file) throws IOException;
    }

    @Override
    RedisSession newSession();
}
