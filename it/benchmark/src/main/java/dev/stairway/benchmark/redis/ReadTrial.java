package dev.stairway.benchmark.redis;

import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisSession;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.redis.RedisFingerprinter;
import java.nio.file.Path;
import java.util.Set;

/** The full fingerprint beside a bare reader, and the check after a migration that touched few of the keys. */
final class ReadTrial implements AutoCloseable {

    private final RedisDatabase database;
    private final long keys;
    private final Meter meter;
    private final OurMigration migration;
    private Digest first;

    ReadTrial(RedisDatabase database, long keys, Path work) {
        this.database = database;
        this.keys = keys;
        this.meter = new Meter(database);
        this.migration = new OurMigration(database, new Scripts("flag:old:", "flag:new:", work.resolve("few")));
    }

    /** @param bareFirst turned from round to round, so that nobody always comes second */
    void run(Series series, boolean bareFirst) {
        Cost bare = bareFirst ? bare() : null;
        try (RedisFingerprinter fingerprinter = RedisFingerprinter.open(database, Set.of("{stairway}:"));
                RedisSession session = database.newSession()) {
            Cost whole = meter.of(() -> fingerprinter.readAll(session));
            same(fingerprinter.dataDigest());
            Cost other = bareFirst ? bare : bare();
            Digest before = fingerprinter.dataDigest();
            migration.up(session);
            Cost up = meter.of(() -> fingerprinter.read(session));
            differs(before, fingerprinter.dataDigest());
            migration.down(session);
            Cost down = meter.of(() -> fingerprinter.read(session));
            same(fingerprinter.dataDigest());
            System.out.println("  bare reading      " + other);
            System.out.println("  full fingerprint  " + whole);
            System.out.println("  few keys touched  " + up);
            series.add("bare reading", other);
            series.add("full fingerprint", whole);
            series.add("check of few", up);
            series.add("check of few", down);
            series.add("fingerprint to bare", whole.wallMillis() / other.wallMillis());
            series.add("fingerprint to bare, processor", whole.processorMillis() / other.processorMillis());
            series.add("check percent", 100 * up.wallMillis() / whole.wallMillis());
            series.add("check percent", 100 * down.wallMillis() / whole.wallMillis());
            series.add("check percent, processor", 100 * up.processorMillis() / whole.processorMillis());
            series.add("check percent, processor", 100 * down.processorMillis() / whole.processorMillis());
        }
    }

    private Cost bare() {
        return meter.of(() -> {
            long read = BareReader.read(database);
            if (read < keys) {
                throw new IllegalStateException("The bare reader saw " + read + " keys only");
            }
        });
    }

    private void same(Digest digest) {
        first = first == null ? digest : first;
        if (!digest.equals(first)) {
            throw new IllegalStateException("The same keys gave another fingerprint");
        }
    }

    private static void differs(Digest before, Digest after) {
        if (before.equals(after)) {
            throw new IllegalStateException("The migration was not seen");
        }
    }

    @Override
    public void close() {
        migration.close();
        meter.close();
    }
}
