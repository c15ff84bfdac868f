package dev.stairway.measure.redis;

import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisError;
import dev.stairway.database.redis.RedisLink;
import dev.stairway.measure.ClientFailure;
import dev.stairway.measure.Format;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The connection of one client: sends, takes the time, and knows what the server confirmed. */
final class Line implements AutoCloseable {

    private final RedisLink connection;
    private final String client;
    private final AtomicLong marks;
    private final Stopwatch watch = new Stopwatch();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile long call;

    /** @param marks numbers of writes, for all clients together */
    Line(RedisDatabase database, String client, AtomicLong marks) {
        this.connection = database.link();
        this.client = client;
        this.marks = marks;
    }

    /** @param number of the call of the migration that the next commands come before */
    void before(long number) {
        call = number;
    }

    Stopwatch watch() {
        return watch;
    }

    long acknowledged() {
        return acknowledged.get();
    }

    long refused() {
        return refused.get();
    }

    String mark() {
        return Mark.of(marks.incrementAndGet());
    }

    /** Creates a key. */
    Write create(LiveKey key, Format format, long lifeMillis) {
        String mark = mark();
        String name = key.name(format);
        List<byte[][]> commands = key.kind().commands(format).create(name, mark, lifeMillis);
        long start = System.nanoTime();
        List<Object> replies = connection.pipeline(commands);
        long end = System.nanoTime();
        byte[][] telling = commands.get(commands.size() > 1 ? 2 : 0);
        String text = text(telling[0], name);
        watch.took(text, end - start);
        replies.forEach(Line::refuseErrors);
        acknowledged.incrementAndGet();
        return new Write(mark, lifeMillis > 0 ? lifeMillis : -1, start, end, text, client, call);
    }

    /** Changes a key; null when the server refused because it is not there, or is of another type. */
    Write update(LiveKey key, Format format) {
        String mark = mark();
        String name = key.name(format);
        return confirmed(key.kind().commands(format).update(name, mark), name, mark, -1);
    }

    /** Gives a key another life time; null when the server refused because it is not there. */
    Write expire(LiveKey key, Format format, long lifeMillis) {
        String name = key.name(format);
        return confirmed(Commands.expire(name, lifeMillis), name, "", lifeMillis);
    }

    private Write confirmed(byte[][] command, String name, String mark, long lifeMillis) {
        long start = System.nanoTime();
        Object reply = ask(command);
        long end = System.nanoTime();
        String text = text(command[0], name);
        watch.took(text, end - start);
        if (refusal(reply)) {
            refused.incrementAndGet();
            return null;
        }
        acknowledged.incrementAndGet();
        return new Write(mark, lifeMillis, start, end, text, client, call);
    }

    Reading read(LiveKey key, Format format) {
        String name = key.name(format);
        byte[][] command = key.kind().commands(format).read(name);
        long start = System.nanoTime();
        Object reply = ask(command);
        watch.took(text(command[0], name), System.nanoTime() - start);
        return Reading.of(key.kind().model(format).type(), reply);
    }

    /** Milliseconds; negative for a key that stays or is not there. */
    long life(String name) {
        return (Long) connection.call("PTTL", name);
    }

    String type(String name) {
        return (String) connection.call("TYPE", name);
    }

    private Object ask(byte[][] command) {
        connection.send(command);
        return connection.receive();
    }

    private static boolean refusal(Object reply) {
        if (reply instanceof RedisError error) {
            if (error.text().contains("WRONGTYPE") || error.text().contains("no such key")) {
                return true;
            }
            throw new ClientFailure("the server refuses it: " + error.code(), null);
        }
        return reply == null || reply.equals(-1L) || reply.equals(0L);
    }

    private static void refuseErrors(Object reply) {
        if (reply instanceof RedisError error) {
            throw new ClientFailure("the server refuses it: " + error.code(), null);
        }
        if (reply instanceof List<?> replies) {
            replies.forEach(Line::refuseErrors);
        }
    }

    private static String text(byte[] command, String name) {
        return Mark.text(command) + " " + name;
    }

    @Override
    public void close() {
        connection.close();
    }
}
