package dev.stairway.measure.redis;

import dev.stairway.database.redis.RedisDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Clients of the old and of the new release that work on keys of some mappings while something is done to those keys.
 *
 * <p>The order of use: {@link #seed}, {@link #start}, {@link #begun}, then {@link #between} before every call of what is under
 * way, {@link #ended}, {@link #stopSource}, perhaps more calls, {@link #settle}.
 */
public final class LiveTraffic implements AutoCloseable {

    private static final int MOVING = 4;
    private static final int TAKEN = 2;
    private static final int WARM_UP = 2;
    private static final int IDLE = 4;

    /** Stops at which the clients are waited for, each; later ones are too many to wait for all of them. */
    private static final int STOPS = 120;

    private static final int EVERY_LATER = 16;

    private final RedisDatabase database;
    private final Format source;
    private final Pulse pulse = new Pulse();
    private final AtomicLong marks = new AtomicLong();
    private final List<Group> groups = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<LiveClient> sources = new ArrayList<>();
    private final List<LiveClient> targets = new ArrayList<>();
    private final Line own;
    private Longest idle = new Longest(0, "");
    private long stops;

    private record Longest(long nanos, String command) {}

    /**
     * @param source format that is taken away
     * @param clients of each format
     */
    public LiveTraffic(RedisDatabase database, List<LiveMapping> mappings, Format source, int clients) {
        this.database = database;
        this.source = source;
        AtomicLong numbers = new AtomicLong();
        for (int i = 0; i < clients; i++) {
            groups.add(new Group(mappings, numbers));
        }
        this.own = new Line(database, "a client of the " + source.word() + " release", marks);
        lines.add(own);
    }

    /** Writes keys in the format that is taken away. */
    public void seed() {
        for (Group group : groups) {
            for (int i = 0; i < (MOVING + TAKEN) * group.kinds(); i++) {
                LiveKey key = group.next(source, true);
                key.created(own.create(key, source, group.life(key, source)));
                if (i < MOVING * group.kinds()) {
                    group.moves(key);
                } else {
                    group.mayBeTaken(key);
                }
            }
        }
    }

    /** Lets the clients begin, and measures them while nothing else goes on. */
    public void start() {
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            sources.add(new SourceClient(source, i + 1, line(source, i + 1), group, pulse));
            targets.add(new TargetClient(source.other(), i + 1, line(source.other(), i + 1), group, pulse));
        }
        clients().forEach(LiveClient::start);
        rounds(WARM_UP);
        lines.forEach(line -> line.watch().reset());
        rounds(IDLE);
        idle = longest();
        lines.forEach(line -> line.watch().reset());
        pulse.check();
    }

    private Line line(Format format, int number) {
        Line line = new Line(database, "client " + number + " of the " + format.word() + " release", marks);
        lines.add(line);
        return line;
    }

    private void rounds(int count) {
        for (int i = 0; i < count; i++) {
            pulse.await();
        }
    }

    /** What is under way begins now. */
    public void begun() {
        pulse.begun();
    }

    /**
     * Every client goes a whole round before this returns.
     *
     * @param keys that the next call is about: a client may end one of them when it was looked at before
     */
    public void between(List<String> keys) {
        groups.forEach(group -> group.touched(keys));
        if (stops++ < STOPS || stops % EVERY_LATER == 0) {
            pulse.await();
        }
    }

    /** What was under way has ended; every client goes one more round. */
    public void ended() {
        pulse.ended();
        pulse.await();
        pulse.check();
    }

    /** Stops the clients of the format that is taken away. Returns how many of their keys still have their former name. */
    public long stopSource() throws InterruptedException {
        stop(sources);
        return keys().filter(key -> key.ended() == null && key.taken() == null)
                .filter(key -> !own.type(key.name(source)).equals("none"))
                .count();
    }

    private static void stop(List<LiveClient> clients) throws InterruptedException {
        for (LiveClient client : clients) {
            client.stop();
        }
    }

    /**
     * Stops everything and looks what became of every key.
     *
     * @param complete false when what was created late may rightly have been left
     */
    public LiveAccount settle(boolean complete) throws InterruptedException {
        stop(sources);
        stop(targets);
        pulse.check();
        Longest longest = longest();
        long acknowledged = lines.stream().mapToLong(Line::acknowledged).sum();
        long refused = lines.stream().mapToLong(Line::refused).sum();
        Account account = new Account(own, source, complete, pulse);
        keys().forEach(account::settle);
        return new LiveAccount(
                keys().count(),
                acknowledged,
                refused,
                account.kept(),
                account.migrated(),
                account.expired(),
                account.superseded(),
                account.faults(),
                groups.stream().flatMap(group -> group.misread().stream()).toList(),
                groups.stream().mapToLong(Group::misreadings).sum(),
                longest.command(),
                longest.nanos(),
                idle.nanos());
    }

    private Longest longest() {
        Longest longest = new Longest(0, "");
        for (Line line : lines) {
            if (line.watch().nanos() > longest.nanos()) {
                longest = new Longest(line.watch().nanos(), line.watch().command());
            }
        }
        return longest;
    }

    private Stream<LiveKey> keys() {
        return groups.stream().flatMap(group -> group.all().stream());
    }

    private Stream<LiveClient> clients() {
        return Stream.concat(sources.stream(), targets.stream());
    }

    /** Stops what still runs. */
    @Override
    public void close() {
        pulse.fail(new ClientFailure("closed", null));
        try {
            stop(sources);
            stop(targets);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        lines.forEach(Line::close);
    }
}
