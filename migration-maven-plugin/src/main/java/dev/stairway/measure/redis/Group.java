package dev.stairway.measure.redis;

import dev.stairway.measure.Format;
import dev.stairway.measure.LiveFault;
import dev.stairway.measure.redis.LiveKey.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The keys that one client of each format share, and what they met. Used by both threads. */
final class Group {

    private static final long HOUR = 3_600_000;

    /** Two life times differ by more than what may be lost on the way. */
    private static final long APART = 20_000;

    private static final long DIFFERENT = 10_000;

    private final List<KeyKind> kinds;
    private final AtomicLong numbers;
    private final AtomicLong lives = new AtomicLong();
    private final List<LiveKey> all = new ArrayList<>();
    private final List<LiveKey> moving = new ArrayList<>();
    private final List<LiveKey> takeable = new ArrayList<>();
    private final Map<LiveKey, LiveFault> misread = new LinkedHashMap<>();
    private long misreadings;

    /** @param numbers of keys, for all groups together */
    Group(List<KeyKind> kinds, AtomicLong numbers) {
        this.kinds = kinds;
        this.numbers = numbers;
    }

    /** A key that nobody has made yet. */
    synchronized LiveKey next(Format origin, boolean early) {
        long number = numbers.incrementAndGet();
        KeyKind kind = kinds.get(all.size() % kinds.size());
        Use use = Use.of(all.size() / kinds.size());
        LiveKey key = new LiveKey(kind, kind.mapping().names().apply(number), origin, early, use);
        all.add(key);
        return key;
    }

    /** Milliseconds; another value each time, or 0 for keys that stay. */
    long life(LiveKey key, Format format) {
        boolean expires = key.kind().model(format).expires();
        return expires ? HOUR + APART * (lives.incrementAndGet() % DIFFERENT) : 0;
    }

    /** A key that the migration is to move, which both clients write meanwhile. */
    synchronized void moves(LiveKey key) {
        moving.add(key);
    }

    /** A key that the other client is to create anew under its other name. */
    synchronized void mayBeTaken(LiveKey key) {
        takeable.add(key);
    }

    /** The migration is about to touch these keys. */
    synchronized void touched(List<String> names) {
        for (LiveKey key : moving) {
            if (!key.shared() && (names.contains(key.name(Format.OLD)) || names.contains(key.name(Format.NEW)))) {
                key.touched();
            }
        }
    }

    synchronized List<LiveKey> moving() {
        return List.copyOf(moving);
    }

    /** Null when there is none left. */
    synchronized LiveKey take() {
        return takeable.isEmpty() ? null : takeable.remove(0);
    }

    synchronized List<LiveKey> all() {
        return List.copyOf(all);
    }

    int kinds() {
        return kinds.size();
    }

    /** Every one is counted, and the first one of each key is kept. */
    synchronized void misread(LiveKey key, String text) {
        misreadings++;
        misread.computeIfAbsent(
                key,
                first -> new LiveFault(LiveFault.Kind.WRONG_FORMAT, key.kind().mapping(), key.name(Format.OLD), text));
    }

    synchronized List<LiveFault> misread() {
        return List.copyOf(misread.values());
    }

    synchronized long misreadings() {
        return misreadings;
    }
}
