package dev.stairway.measure.traffic.redis;

import dev.stairway.database.redis.RedisErrorException;
import dev.stairway.database.redis.RedisLink;
import dev.stairway.measure.traffic.Outcome;
import dev.stairway.measure.traffic.Probe;
import dev.stairway.measure.traffic.TableTraffic.Kind;
import dev.stairway.problem.ProblemException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Sends the same commands in turn. */
final class RedisProbe implements Probe {

    /** Answers of a server that will serve later: a script has run for five seconds, or its data are being read. */
    private static final Set<String> LATER = Set.of("BUSY", "LOADING");

    private static final long PAUSE_NANOS = 5_000_000;

    private final Supplier<RedisLink> connect;
    private final String table;
    private final Kind kind;
    private final List<byte[][]> commands;
    private final List<byte[][]> last;
    private volatile RedisLink link;
    private volatile boolean ended;
    private int next;

    /** @param last commands before the connection is given up */
    RedisProbe(Supplier<RedisLink> connect, String table, Kind kind, List<byte[][]> commands, List<byte[][]> last) {
        this.connect = connect;
        this.table = table;
        this.kind = kind;
        this.commands = List.copyOf(commands);
        this.last = List.copyOf(last);
        this.link = connect.get();
    }

    @Override
    public String table() {
        return table;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Outcome call() {
        byte[][] command = commands.get(next++ % commands.size());
        try {
            return answer(command);
        } catch (ProblemException lost) {
            Outcome outcome = new Outcome(lost.problem().what(), false, tookTooLong(lost), false);
            return !ended && reconnects() ? outcome : outcome.andLast();
        }
    }

    private static boolean tookTooLong(ProblemException lost) {
        return lost.getCause() instanceof SocketTimeoutException;
    }

    private Outcome answer(byte[][] command) {
        while (true) {
            try {
                link.call(command);
                return Outcome.ANSWERED;
            } catch (RedisErrorException error) {
                // Its text may hold values.
                String code = error.error().code();
                if (ended || !LATER.contains(code)) {
                    return new Outcome(code, false, false, false);
                }
                LockSupport.parkNanos(this, PAUSE_NANOS);
            }
        }
    }

    // A failure of this is not told: the one before was, and the client ends.
    private boolean reconnects() {
        try {
            link.close();
            link = connect.get();
            return true;
        } catch (ProblemException | RedisErrorException gone) {
            return false;
        }
    }

    /** There is no way to take back a command but to end the connection. */
    @Override
    public void cancel() {
        abandon();
    }

    @Override
    public void abandon() {
        ended = true;
        try {
            link.close();
        } catch (ProblemException gone) {
            // The call under way has ended with it.
            return;
        }
    }

    @Override
    public void close() {
        try (RedisLink closed = link) {
            if (!ended) {
                last.forEach(closed::call);
            }
        } catch (ProblemException | RedisErrorException gone) {
            // Nobody will use it again, and its key goes by itself.
            return;
        }
    }
}
