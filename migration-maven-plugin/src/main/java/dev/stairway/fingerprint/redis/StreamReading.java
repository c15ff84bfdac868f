package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Streams: entries with their ids, last id, groups with what was delivered last, consumers, and what is pending for whom
 * after how many deliveries. Idle times, which pass by themselves, do not count, nor do the counters of entries ever added
 * and read, which 6.2 does not have: https://redis.io/docs/latest/commands/xinfo-stream/
 */
final class StreamReading extends ValueReading {

    private static final byte[] XRANGE = b("XRANGE");
    private static final byte[] XPENDING = b("XPENDING");
    private static final byte[] XINFO = b("XINFO");
    private static final byte[] FIRST = b("-");
    private static final byte[] LAST = b("+");
    private static final byte[] COUNT = b("COUNT");
    private static final byte[] MANY = b(WINDOW);

    /** What the next round asks for. */
    private enum Phase {
        ENTRIES,
        INFO,
        CONSUMERS,
        PENDING
    }

    private final Sum entries = new Sum();
    private final Sum groups = new Sum();
    private final Sum consumers = new Sum();
    private final Sum pending = new Sum();
    private final Deque<byte[]> open = new ArrayDeque<>();
    private final Digest knownEntries;
    private Phase phase;
    private byte[] next = FIRST;
    private Digest lastId;

    /** @param knownEntries digest of the entries where they are known and only the rest shall be read; null to read all */
    StreamReading(Digest knownEntries) {
        this.knownEntries = knownEntries;
        this.phase = knownEntries == null ? Phase.ENTRIES : Phase.INFO;
    }

    @Override
    int send(RedisConnection connection, byte[] key) {
        switch (phase) {
            case ENTRIES -> connection.send(XRANGE, key, next, LAST, COUNT, MANY);
            case INFO -> {
                connection.send(XINFO, b("STREAM"), key);
                connection.send(XINFO, b("GROUPS"), key);
            }
            case CONSUMERS -> connection.send(XINFO, b("CONSUMERS"), key, open.getFirst());
            case PENDING -> connection.send(XPENDING, key, open.getFirst(), next, LAST, MANY);
        }
        return phase == Phase.INFO ? 2 : 1;
    }

    @Override
    State receive(List<Object> replies) {
        List<?> reply = (List<?>) replies.get(0);
        return switch (phase) {
            case ENTRIES -> entries(reply);
            case INFO -> info(reply, (List<?>) replies.get(1));
            case CONSUMERS -> consumers(reply);
            case PENDING -> pending(reply);
        };
    }

    private State entries(List<?> page) {
        for (Object each : page) {
            List<?> entry = (List<?>) each;
            byte[] id = (byte[]) entry.get(0);
            Sum fields = new Sum();
            fields.append(Hashing.of(id));
            ((List<?>) entry.get(1)).forEach(part -> fields.append(Hashing.of((byte[]) part)));
            entries.append(fields.result());
            next = after(id);
        }
        if (page.size() < WINDOW_SIZE) {
            phase = Phase.INFO;
        }
        return State.MORE;
    }

    /** From behind this id on, since 6.2: https://redis.io/docs/latest/commands/xrange/ */
    private static byte[] after(byte[] id) {
        byte[] after = new byte[id.length + 1];
        after[0] = '(';
        System.arraycopy(id, 0, after, 1, id.length);
        return after;
    }

    private State info(List<?> stream, List<?> list) {
        lastId = Hashing.of((byte[]) field(stream, "last-generated-id"));
        for (Object each : list) {
            List<?> group = (List<?>) each;
            byte[] name = (byte[]) field(group, "name");
            byte[] delivered = (byte[]) field(group, "last-delivered-id");
            groups.add(groups.pair(Hashing.of(name), Hashing.of(delivered)));
            open.add(name);
        }
        return nextGroup();
    }

    private State nextGroup() {
        phase = Phase.CONSUMERS;
        next = FIRST;
        return open.isEmpty() ? State.DONE : State.MORE;
    }

    private State consumers(List<?> list) {
        for (Object each : list) {
            byte[] name = (byte[]) field((List<?>) each, "name");
            consumers.add(consumers.pair(Hashing.of(open.getFirst()), Hashing.of(name)));
        }
        phase = Phase.PENDING;
        return State.MORE;
    }

    private State pending(List<?> page) {
        for (Object each : page) {
            List<?> entry = (List<?>) each;
            Sum parts = new Sum();
            parts.append(Hashing.of(open.getFirst()));
            parts.append(Hashing.of((byte[]) entry.get(0)));
            parts.append(Hashing.of((byte[]) entry.get(1)));
            parts.append(Hashing.of(Long.toString((Long) entry.get(3))));
            pending.add(parts.result());
            next = after((byte[]) entry.get(0));
        }
        if (page.size() == WINDOW_SIZE) {
            return State.MORE;
        }
        open.removeFirst();
        return nextGroup();
    }

    /** A map comes as a list of names and values. */
    static Object field(List<?> map, String name) {
        for (int i = 0; i + 1 < map.size(); i += 2) {
            if (text(map.get(i)).equals(name)) {
                return map.get(i + 1);
            }
        }
        throw new IllegalStateException("The server's answer has no " + name);
    }

    static String text(Object reply) {
        return reply instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(reply);
    }

    @Override
    Digest value() {
        return knownEntries == null ? entries.result() : knownEntries;
    }

    @Override
    Digest[] more() {
        Digest[] more = new Digest[Columns.MORE.size()];
        more[Columns.LAST_ID] = lastId;
        more[Columns.GROUPS] = orNull(groups);
        more[Columns.CONSUMERS] = orNull(consumers);
        more[Columns.PENDING] = orNull(pending);
        return more;
    }

    private static Digest orNull(Sum sum) {
        return sum.count() == 0 ? null : sum.result();
    }
}
