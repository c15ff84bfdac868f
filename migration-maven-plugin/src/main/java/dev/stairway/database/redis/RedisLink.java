package dev.stairway.database.redis;

import java.util.List;

/**
 * A way to all keys of a database, whether they are on one server or spread over those of a cluster. Replies are as on a
 * {@link RedisConnection}. Used by one thread at a time.
 */
public interface RedisLink extends AutoCloseable {

    /** One command, its words in UTF-8. */
    Object call(String... command);

    /**
     * One command.
     *
     * @return the reply, null where the server says so
     * @throws RedisErrorException when the server answers with an error
     * @throws dev.stairway.problem.ProblemException when the connection is lost or the reply takes too long
     */
    Object call(byte[]... command);

    /** Many commands without waiting for the reply of one before sending the next; errors as {@link RedisError}. */
    List<Object> pipeline(List<byte[][]> commands);

    /** Puts a command behind those on their way, without waiting; each wants one {@link #receive()}. */
    void send(byte[]... command);

    /** Reply to the earliest command that has none yet; an error is a {@link RedisError}. */
    Object receive();

    /** Puts the copy of a key under another name behind the commands on their way; it wants one {@link #receive()}. */
    default void sendCopy(byte[] from, byte[] to) {
        // It takes the life time along: https://redis.io/docs/latest/commands/copy/
        send(RedisConnection.bytes("COPY"), from, to);
    }

    /** A connection to each server, for commands that name no key, such as SCAN. Closed with this one. */
    List<RedisConnection> nodes();

    /** False once it was closed or lost. */
    boolean open();

    @Override
    void close();
}
