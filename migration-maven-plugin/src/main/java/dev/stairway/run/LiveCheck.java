package dev.stairway.run;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisLink;
import dev.stairway.engine.KeyMapping;
import dev.stairway.engine.Migration;
import dev.stairway.matrix.Scenario;
import dev.stairway.measure.redis.Format;
import dev.stairway.measure.redis.LiveMapping;
import dev.stairway.run.Bench.Direction;
import dev.stairway.run.LiveReport.Way;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The invariant "nothing that a client had confirmed is lost while keys move": plays a migration that declares what becomes of
 * keys once more, up and down, while clients of the old and of the new release work on such keys. The database is afterwards
 * as it was.
 */
final class LiveCheck implements AutoCloseable {

    private final Bench bench;
    private final Migration migration;
    private final int clients;
    private final Checkpoint before;

    private LiveCheck(Bench bench, Migration migration, int clients, Checkpoint before) {
        this.bench = bench;
        this.migration = migration;
        this.clients = clients;
        this.before = before;
    }

    /** Call before the migration is applied: keeps that state where it will be needed. */
    static LiveCheck begin(Bench bench, Migration migration, Scenario scenario, int clients) {
        boolean wanted = clients > 0
                && scenario.rows() > 0
                && bench.database() instanceof RedisDatabase
                && !migration.keyMappings().isEmpty();
        boolean possible = wanted && bench.database().cheapCheckpoints();
        return new LiveCheck(bench, migration, wanted ? clients : 0, possible ? bench.keep() : null);
    }

    /** Call when all that is to be done with the migration is done, and it is applied. */
    void play(StepNotes notes, MappingCheck keys, Verdict verdict) throws SQLException {
        if (clients == 0) {
            return;
        }
        String reason = before == null ? "there are too many keys to put them back quickly" : unfollowable();
        if (!reason.isEmpty()) {
            notes.live(new LiveReport(Way.notPlayed(reason), Way.notPlayed(reason)));
            return;
        }
        LiveKinds kinds = LiveKinds.of(migration, keys.keysBefore(), keys.keysAfter());
        try (Checkpoint after = bench.keep()) {
            try {
                ways(notes, kinds, after, verdict);
            } finally {
                bench.restore(after);
                bench.readAll();
            }
        }
    }

    private void ways(StepNotes notes, LiveKinds kinds, Checkpoint after, Verdict verdict) throws SQLException {
        connected(kinds::learnNew);
        bench.restore(before);
        connected(kinds::learnOld);
        List<LiveMapping> mappings = kinds.mappings();
        if (mappings.isEmpty()) {
            Way none = Way.notPlayed("no key is there that clients could write one like");
            notes.live(new LiveReport(none, none));
            return;
        }
        Way up = new LiveWay(bench, notes, Direction.UP, Format.OLD, before, clients).play(mappings);
        Way down = backIsClosed(verdict).map(Way::notPlayed).orElse(null);
        if (down == null) {
            down = new LiveWay(bench, notes, Direction.DOWN, Format.NEW, after, clients).play(mappings);
        }
        notes.live(new LiveReport(up, down));
    }

    private Optional<String> backIsClosed(Verdict verdict) {
        return switch (verdict) {
            case IRREVERSIBLE -> Optional.of("there is no way back");
            case ROLLBACK_FAILS -> Optional.of("the way back fails without any client");
            default -> Optional.empty();
        };
    }

    private String unfollowable() {
        for (KeyMapping mapping : migration.keyMappings()) {
            if (!mapping.invertible()) {
                return "several keys may become one, so that nobody can tell whose value is the right one";
            }
            if (mapping.from().equals(mapping.to())) {
                return "keys keep their name, so that clients of two formats would write over each other in any case";
            }
        }
        return "";
    }

    private void connected(java.util.function.Consumer<RedisLink> work) {
        try (RedisLink connection = ((RedisDatabase) bench.database()).link()) {
            work.accept(connection);
        }
    }

    @Override
    public void close() {
        if (before != null) {
            before.close();
        }
    }
}
