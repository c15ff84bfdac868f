package dev.stairway.measure.redis;

import dev.stairway.measure.Format;
import dev.stairway.measure.LiveFault;
import dev.stairway.measure.LiveFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks what became of every key, once all clients have stopped. */
final class Account {

    /** What two clocks and a way to the server may take. */
    private static final long TOLERANCE_MILLIS = 2_000;

    private final Line line;
    private final Format source;
    private final boolean complete;
    private final Pulse pulse;
    private final List<LiveFault> faults = new ArrayList<>();
    private long kept;
    private long migrated;
    private long expired;
    private long superseded;

    /**
     * @param source format that the migration takes away
     * @param complete false when keys may rightly have been left: what was created after the scan went by
     */
    Account(Line line, Format source, boolean complete, Pulse pulse) {
        this.line = line;
        this.source = source;
        this.complete = complete;
        this.pulse = pulse;
    }

    /** What has a former or a later name, and holds what. */
    private record Found(boolean there, Reading reading, long life, long asked, long answered) {}

    private Found look(LiveKey key, Format format) {
        String name = key.name(format);
        Reading reading = line.read(key, format);
        boolean there = reading.present() || reading.kind() == Reading.Kind.OTHER_TYPE;
        long asked = System.nanoTime();
        long life = there ? line.life(name) : -1;
        return new Found(there, reading, life, asked, System.nanoTime());
    }

    void settle(LiveKey key) {
        Found former = look(key, source);
        Found later = look(key, source.other());
        if (key.ended() != null) {
            ended(key, former.there() || later.there());
        } else if (former.there() && later.there()) {
            both(key, later);
        } else if (former.there()) {
            left(key);
        } else if (later.there()) {
            right(key, later);
        } else {
            fault(Kind.GONE, key, last(key) + ": now neither is there");
        }
    }

    private void ended(LiveKey key, boolean there) {
        if (there) {
            fault(Kind.RETURNED, key, told(key.ended()) + ": it is there again");
        } else {
            expired++;
        }
    }

    private void both(LiveKey key, Found later) {
        if (key.taken() == null) {
            fault(Kind.DUPLICATED, key, last(key) + ": now both are there");
        } else if (sound(key, later)) {
            superseded++;
        }
    }

    private void left(LiveKey key) {
        if (complete || key.early() || key.taken() != null) {
            fault(
                    key.taken() == null ? Kind.LEFT_BEHIND : Kind.GONE,
                    key,
                    last(key) + ": only " + key.name(source) + " is there");
        }
    }

    private void right(LiveKey key, Found later) {
        if (sound(key, later)) {
            if (key.origin() == source && key.taken() == null) {
                migrated++;
            } else {
                kept++;
            }
        }
    }

    private boolean sound(LiveKey key, Found found) {
        KeyKind kind = key.kind();
        Format target = source.other();
        if (found.reading().kind() == Reading.Kind.OTHER_TYPE || kind.foreign(target, found.reading())) {
            fault(
                    Kind.WRONG_FORMAT,
                    key,
                    last(key) + ": it is of type " + line.type(key.name(target)) + " with fields "
                            + found.reading().fields() + ", and type "
                            + kind.model(target).type() + " with fields "
                            + kind.model(target).fields() + " was expected");
            return false;
        }
        Set<String> marks = found.reading().marks();
        if (kind.mapping().followValues() && !key.values().any(write -> marks.contains(write.mark()))) {
            fault(
                    Kind.OTHER_VALUE,
                    key,
                    last(key) + ": now it has "
                            + (marks.isEmpty() ? "a value that no client wrote" : "an older value"));
            return false;
        }
        return !kind.mapping().followExpiry() || lives(key, found);
    }

    private boolean lives(LiveKey key, Found found) {
        Newest confirmed = key.lifeTimes();
        boolean right = confirmed.any(write -> fits(write, found));
        if (!right) {
            Write write = confirmed.example();
            fault(
                    Kind.OTHER_LIFE,
                    key,
                    told(write) + ": it was to live "
                            + seconds(write.lifeMillis() <= 0 ? -1 : left(write, found)) + ", and lives "
                            + seconds(found.life()));
        }
        return right;
    }

    /** Neither when the server did it nor when it looked is known better than by question and answer. */
    private static boolean fits(Write write, Found found) {
        if (write.lifeMillis() <= 0 || found.life() < 0) {
            return write.lifeMillis() <= 0 && found.life() < 0;
        }
        long unknown = (write.end() - write.start() + found.answered() - found.asked()) / 1_000_000;
        return Math.abs(left(write, found) - found.life()) <= TOLERANCE_MILLIS + unknown;
    }

    private static long left(Write write, Found found) {
        return write.lifeMillis() - (found.answered() - write.end()) / 1_000_000;
    }

    private static String seconds(long millis) {
        return millis < 0 ? "without end" : millis / 1000 + " s more";
    }

    /** One of the values that were confirmed last. */
    private String last(LiveKey key) {
        return told(key.values().example());
    }

    private String told(Write write) {
        return write.command() + " by " + write.client() + " was confirmed " + pulse.place(write.call());
    }

    private void fault(Kind kind, LiveKey key, String text) {
        String both = key.name(source) + " -> " + key.name(source.other());
        faults.add(new LiveFault(kind, key.kind().mapping(), key.name(Format.OLD), both + ": " + text));
    }

    List<LiveFault> faults() {
        return List.copyOf(faults);
    }

    long kept() {
        return kept;
    }

    long migrated() {
        return migrated;
    }

    long expired() {
        return expired;
    }

    long superseded() {
        return superseded;
    }
}
