package dev.stairway.fingerprint.redis;

import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisSession;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.DifferenceText;
import dev.stairway.fingerprint.ObjectChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A fresh Redis with a client and a fingerprinter that has read it once. */
final class WatchedRedis implements AutoCloseable {

    static final String RESERVED = "stairway:";

    final RedisDatabase database;
    final RedisConnection client;
    final RedisFingerprinter fingerprinter;

    private WatchedRedis(String release, RedisFingerprintOptions options) {
        database = (RedisDatabase) TestServers.redis(release).fresh("fingerprint");
        client = database.connect();
        fingerprinter = RedisFingerprinter.open(database, Set.of(RESERVED), options);
        try (RedisSession session = database.newSession()) {
            fingerprinter.readAll(session);
        }
    }

    static WatchedRedis on(String release) {
        return new WatchedRedis(release, RedisFingerprintOptions.DEFAULT);
    }

    static WatchedRedis on(String release, RedisFingerprintOptions options) {
        return new WatchedRedis(release, options);
    }

    /** Runs commands, their words split at blanks, as one step and reads what they touched. */
    Difference step(String... commands) {
        try (RedisSession session = database.newSession()) {
            session.begin();
            fingerprinter.watch(session);
            for (String command : commands) {
                run(command);
            }
            return fingerprinter.read(session);
        }
    }

    void run(String command) {
        client.call(command.split(" "));
    }

    Difference readAll() {
        try (RedisSession session = database.newSession()) {
            return fingerprinter.readAll(session);
        }
    }

    /** Attributes that differ, as {@code pattern.column}, {@code pattern rows}, or the sentence of a schema change. */
    static List<String> attributes(Difference difference) {
        List<String> names = new ArrayList<>();
        DifferenceText.schema(difference).stream().map(ObjectChange::sentence).forEach(names::add);
        DifferenceText.data(difference)
                .forEach(line ->
                        names.add(line.kind().equals("table") ? line.name() + " " + line.attribute() : line.name()));
        return names;
    }

    /** What is seen, key by key. */
    List<String> keys(Difference reading) {
        return fingerprinter.rowChanges(List.of(reading)).byRow().values().stream()
                .flatMap(change -> change.added()
                        ? Stream.of(change.row() + " added")
                        : change.removed()
                                ? Stream.of(change.row() + " lost")
                                : change.columns().keySet().stream().map(name -> change.row() + " " + name))
                .toList();
    }

    @Override
    public void close() {
        fingerprinter.close();
        client.close();
        database.close();
    }
}
