package dev.stairway.measure.redis;

import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.measure.ClientFailure;
import dev.stairway.measure.Format;
import dev.stairway.measure.LiveAccount;
import dev.stairway.measure.LiveTraffic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Clients that share keys in groups: one of each format works on the same ones. */
final class RedisTraffic implements LiveTraffic {

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
    private final List<ReleaseClient> sources = new ArrayList<>();
    private final List<ReleaseClient> targets = new ArrayList<>();
    private final Line own;
    private Longest idle = new Longest(0, "");
    private long stops;

    private record Longest(long nanos, String command) {}

    /**
     * @param source format that is taken away
     * @param clients of each format
     */
    RedisTraffic(RedisDatabase database, List<KeyKind> kinds, Format source, int clients) {
        this.database = database;
        this.source = source;
        AtomicLong numbers = new AtomicLong();
        for (int i = 0; i < clients; i++) {
            groups.add(new Group(kinds, numbers));
        }
        this.own = new Line(database, "a client of the " + source.word() + " release", marks);
        lines.add(own);
    }

    @Override
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

    @Override
    public void start() {
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            sources.add(new SourceClient(source, i + 1, line(source, i + 1), group, pulse));
            targets.add(new TargetClient(source.other(), i + 1, line(source.other(), i + 1), group, pulse));
        }
        clients().forEach(ReleaseClient::start);
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

    @Override
    public void begun() {
        pulse.begun();
    }

    @Override
    public void between(List<String> keys) {
        groups.forEach(group -> group.touched(keys));
        if (stops++ < STOPS || stops % EVERY_LATER == 0) {
            pulse.await();
        }
    }

    @Override
    public void ended() {
        pulse.ended();
        pulse.await();
        pulse.check();
    }

    @Override
    public long stopSource() throws InterruptedException {
        stop(sources);
        return keys().filter(key -> key.ended() == null && key.taken() == null)
                .filter(key -> !own.type(key.name(source)).equals("none"))
                .count();
    }

    private static void stop(List<ReleaseClient> clients) throws InterruptedException {
        for (ReleaseClient client : clients) {
            client.stop();
        }
    }

    @Override
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

    private Stream<ReleaseClient> clients() {
        return Stream.concat(sources.stream(), targets.stream());
    }

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
