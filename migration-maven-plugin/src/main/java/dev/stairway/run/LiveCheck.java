package dev.stairway.run;

import dev.stairway.database.Checkpoint;
import dev.stairway.engine.KeyMapping;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Verdict;
import dev.stairway.matrix.Scenario;
import dev.stairway.measure.ClientLink;
import dev.stairway.measure.LiveClients;
import dev.stairway.measure.LiveMapping;
import dev.stairway.run.LiveReport.Way;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The invariant "nothing that a client had confirmed is lost while keys move": plays a migration that declares what becomes of
 * keys once more, up and down, while clients of the old and of the new release work on such keys. The database is afterwards
 * as it was.
 */
final class LiveCheck implements AutoCloseable {

    private final Bench bench;
    private final Migration migration;
    private final Optional<LiveClients> clients;
    private final int count;
    private final Checkpoint before;

    private LiveCheck(Bench bench, Migration migration, Optional<LiveClients> clients, int count, Checkpoint before) {
        this.bench = bench;
        this.migration = migration;
        this.clients = clients;
        this.count = count;
        this.before = before;
    }

    /** Call before the migration is applied: keeps that state where it will be needed. */
    static LiveCheck begin(Bench bench, Migration migration, Scenario scenario, int count) {
        boolean wanted =
                count > 0 && scenario.rows() > 0 && !migration.keyMappings().isEmpty();
        Optional<LiveClients> clients = wanted ? LiveClients.on(bench.database()) : Optional.empty();
        boolean possible = clients.isPresent() && bench.database().cheapCheckpoints();
        return new LiveCheck(bench, migration, clients, count, possible ? bench.keep() : null);
    }

    /** Call when all that is to be done with the migration is done, and it is applied. */
    void play(StepNotes notes, MappingCheck keys, Verdict verdict) throws SQLException {
        if (clients.isPresent()) {
            play(notes, keys, verdict, clients.get());
        }
    }

    private void play(StepNotes notes, MappingCheck keys, Verdict verdict, LiveClients live) throws SQLException {
        String reason = before == null ? "there are too many keys to put them back quickly" : unfollowable();
        if (!reason.isEmpty()) {
            notes.live(new LiveReport(Way.notPlayed(reason), Way.notPlayed(reason)));
            return;
        }
        LiveKinds kinds = LiveKinds.of(migration, keys.keysBefore(), keys.keysAfter(), live.plain());
        try (Checkpoint after = bench.keep()) {
            try {
                ways(notes, kinds, after, verdict, live);
            } finally {
                bench.restore(after);
                bench.readAll();
            }
        }
    }

    private void ways(StepNotes notes, LiveKinds kinds, Checkpoint after, Verdict verdict, LiveClients live)
            throws SQLException {
        connected(live, kinds::learnNew);
        bench.restore(before);
        connected(live, kinds::learnOld);
        List<LiveMapping> mappings = kinds.mappings();
        if (mappings.isEmpty()) {
            Way none = Way.notPlayed("no key is there that clients could write one like");
            notes.live(new LiveReport(none, none));
            return;
        }
        Way up = new LiveWay(bench, notes, Direction.UP, before, live, count).play(mappings);
        Way down = backIsClosed(verdict).map(Way::notPlayed).orElse(null);
        if (down == null) {
            down = new LiveWay(bench, notes, Direction.DOWN, after, live, count).play(mappings);
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

    private static void connected(LiveClients live, Consumer<ClientLink> work) {
        try (ClientLink link = live.connect()) {
            work.accept(link);
        }
    }

    @Override
    public void close() {
        if (before != null) {
            before.close();
        }
    }
}
