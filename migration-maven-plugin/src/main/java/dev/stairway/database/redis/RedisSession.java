package dev.stairway.database.redis;

import dev.stairway.database.ServerLoad;
import dev.stairway.database.Session;
import dev.stairway.database.Work;
import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A conversation with a Redis database. Redis keeps no transaction open: what ran has happened, so a step can be undone
 * by discarding it only when it changed nothing.
 *
 * <p>MULTI collects commands and runs them at once, without a way back:
 * https://redis.io/docs/latest/develop/using-commands/transactions/
 */
public final class RedisSession implements Session {

    private final RedisConnection connection;
    private final LongSupplier changes;
    private final Supplier<Supplier<ServerLoad>> books;
    private final Runnable onClose;
    private final List<Work.Statement> statements = new ArrayList<>();
    private long nanos;
    private boolean silent;
    private boolean closed;
    private long changesAtBegin;
    private ServerLoad load = ServerLoad.UNKNOWN;

    /** On a server whose books nobody looks into. */
    RedisSession(RedisConnection connection, LongSupplier changes, Runnable onClose) {
        this(connection, changes, null, onClose);
    }

    /** @param books opens the server's books, what it returns says what was written in them since; null for none */
    RedisSession(
            RedisConnection connection, LongSupplier changes, Supplier<Supplier<ServerLoad>> books, Runnable onClose) {
        this.connection = connection;
        this.changes = changes;
        this.books = books;
        this.onClose = onClose;
        connection.observe(this::seen);
        begin();
    }

    /** Commands that run through it are recorded. Closed with the session. */
    public RedisConnection connection() {
        return connection;
    }

    /**
     * Adds what an engine ran through a client of its own.
     *
     * @param command name and key, without any value
     * @param commandNanos time until the server answered; nanoseconds
     * @param rows number of keys touched, or -1 where unknown
     */
    public void add(String command, long commandNanos, long rows) {
        nanos += commandNanos;
        if (!silent) {
            statements.add(new Work.Statement(command, commandNanos, rows));
        }
    }

    /** Until the scope is closed, what runs is bookkeeping of the engine: it takes time but is no work. */
    public Scope bookkeeping() {
        silent = true;
        return () -> silent = false;
    }

    /**
     * Runs what is the migration itself, between two looks into the server's books. What the engine does before and after,
     * and what a fingerprint reads, is not in them. Whoever else works on the server meanwhile is.
     *
     * @param own commands of the engine's own that ran meanwhile, name to number; asked after the work
     */
    public <T> T measured(Supplier<T> work, Supplier<Map<String, Long>> own) {
        Supplier<ServerLoad> meanwhile = books == null ? () -> ServerLoad.UNKNOWN : books.get();
        try {
            return work.get();
        } finally {
            load = without(meanwhile.get(), own.get());
        }
    }

    private static ServerLoad without(ServerLoad load, Map<String, Long> own) {
        Map<String, Long> commands = new TreeMap<>(load.commands());
        own.forEach((name, calls) -> commands.computeIfPresent(name, (n, all) -> all > calls ? all - calls : null));
        return new ServerLoad(commands, load.memoryBytes(), load.longestBlockNanos());
    }

    // A pipeline may hold a million commands: neighbours of one kind become one statement.
    private void seen(List<byte[][]> commands, long allNanos) {
        for (int from = 0, to; from < commands.size(); from = to) {
            byte[][] first = commands.get(from);
            to = from + 1;
            while (to < commands.size() && Arrays.equals(commands.get(to)[0], first[0])) {
                to++;
            }
            String text = CommandText.of(first);
            add(
                    to - from == 1 ? text : text + " and " + (to - from - 1) + " more",
                    share(to - from, commands, allNanos),
                    -1);
        }
    }

    private static long share(int count, List<byte[][]> commands, long allNanos) {
        return (long) ((double) allNanos / commands.size() * count);
    }

    @Override
    public void begin() {
        statements.clear();
        nanos = 0;
        load = ServerLoad.UNKNOWN;
        changesAtBegin = changes.getAsLong();
    }

    /**
     * True when nothing at all was written since {@link #begin()}, by whichever connection. A server that does not answer
     * any more gets no benefit of the doubt.
     */
    @Override
    public boolean discardable() {
        try {
            return changes.getAsLong() == changesAtBegin;
        } catch (RedisErrorException | ProblemException unknown) {
            return false;
        }
    }

    /** True for a server that has ended, or that is busy with a script which nothing but its end can stop. */
    @Override
    public boolean lost() {
        try {
            changes.getAsLong();
            return false;
        } catch (RedisErrorException | ProblemException unreachable) {
            return true;
        }
    }

    /** How many keys were written since {@link #begin()}, each time counted, by whichever connection; empty where unknown. */
    public OptionalLong written() {
        if (books == null) {
            return OptionalLong.empty();
        }
        long written = changes.getAsLong() - changesAtBegin;
        // It starts anew with a save, which a migration may ask for.
        return written < 0 ? OptionalLong.empty() : OptionalLong.of(written);
    }

    /** Nothing is held back. */
    @Override
    public void settle() {
        // Every command took effect when it ran.
    }

    /** @throws IllegalStateException when something was written: there is no way back without a checkpoint */
    @Override
    public void discard() {
        if (!discardable()) {
            throw new IllegalStateException("Redis cannot take back what has been written");
        }
    }

    @Override
    public Work work() {
        return new Work(statements, nanos, load);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            connection.close();
            onClose.run();
        }
    }

    /** Ends on close. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
