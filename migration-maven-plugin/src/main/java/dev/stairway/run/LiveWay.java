package dev.stairway.run;

import dev.stairway.database.Checkpoint;
import dev.stairway.engine.Interleaving;
import dev.stairway.engine.StepOutcome;
import dev.stairway.finding.Rule;
import dev.stairway.measure.ClientFailure;
import dev.stairway.measure.Format;
import dev.stairway.measure.LiveAccount;
import dev.stairway.measure.LiveClients;
import dev.stairway.measure.LiveFault;
import dev.stairway.measure.LiveMapping;
import dev.stairway.measure.LiveTraffic;
import dev.stairway.run.LiveReport.Way;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Plays one way under clients, after a rehearsal without them, which shows what of their keys can be followed at all. */
final class LiveWay {

    /** Small, so that there is much between the first call and the last. */
    private static final int BATCH = 5;

    private static final Set<LiveFault.Kind> OF_VALUE =
            EnumSet.of(LiveFault.Kind.OTHER_VALUE, LiveFault.Kind.OTHER_LIFE);

    private final Bench bench;
    private final StepNotes notes;
    private final Direction direction;
    private final Format source;
    private final Checkpoint start;
    private final LiveClients clients;
    private final int count;

    /**
     * @param start the state in which it begins
     * @param count clients of each format
     */
    LiveWay(Bench bench, StepNotes notes, Direction direction, Checkpoint start, LiveClients clients, int count) {
        this.bench = bench;
        this.notes = notes;
        this.direction = direction;
        this.source = direction == Direction.UP ? Format.OLD : Format.NEW;
        this.start = start;
        this.clients = clients;
        this.count = count;
    }

    Way play(List<LiveMapping> mappings) throws SQLException {
        try {
            bench.restore(start);
            LiveAccount rehearsed = rehearse(mappings);
            if (rehearsed == null) {
                return Way.notPlayed("it fails without any client as soon as there are more keys");
            }
            List<LiveMapping> followed = followed(mappings, rehearsed.faults());
            if (followed.isEmpty()) {
                return Way.notPlayed(
                        "keys like those that are there do not move without any client either, for example "
                                + rehearsed.faults().get(0).text());
            }
            bench.restore(start);
            return under(followed);
        } catch (ClientFailure failure) {
            return Way.notPlayed("a client could not go on: " + failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Way.notPlayed("interrupted");
        } finally {
            bench.engine().interleave(Interleaving.NONE);
        }
    }

    /** Null when the migration failed. */
    private LiveAccount rehearse(List<LiveMapping> mappings) throws SQLException, InterruptedException {
        try (LiveTraffic quiet = clients.traffic(mappings, source, count)) {
            quiet.seed();
            boolean executed = executed(bench.unseen().play(direction, notes.migration()));
            return executed ? quiet.settle(true) : null;
        }
    }

    private static List<LiveMapping> followed(List<LiveMapping> mappings, List<LiveFault> faults) {
        List<LiveMapping> followed = new ArrayList<>();
        for (LiveMapping mapping : mappings) {
            List<LiveFault.Kind> kinds = faults.stream()
                    .filter(fault -> fault.mapping() == mapping)
                    .map(LiveFault::kind)
                    .distinct()
                    .toList();
            if (OF_VALUE.containsAll(kinds)) {
                followed.add(mapping.following(
                        !kinds.contains(LiveFault.Kind.OTHER_VALUE), !kinds.contains(LiveFault.Kind.OTHER_LIFE)));
            }
        }
        return followed;
    }

    private static boolean executed(StepOutcome outcome) {
        return outcome.result() == StepOutcome.Result.EXECUTED;
    }

    private Way under(List<LiveMapping> mappings) throws SQLException, InterruptedException {
        try (LiveTraffic traffic = clients.traffic(mappings, source, count)) {
            traffic.seed();
            traffic.start();
            bench.engine().interleave(new Interleaving(BATCH, traffic::between));
            traffic.begun();
            StepOutcome outcome = bench.unseen().play(direction, notes.migration());
            traffic.ended();
            long left = traffic.stopSource();
            if (!executed(outcome)) {
                return fails(outcome);
            }
            StepOutcome again = bench.unseen()
                    .play(
                            direction == Direction.UP ? Direction.UP_REPEATED : Direction.DOWN_REPEATED,
                            notes.migration());
            if (again.result() == StepOutcome.Result.FAILED) {
                return fails(again);
            }
            LiveAccount account = traffic.settle(executed(again));
            LiveFindings findings = new LiveFindings(notes.migration(), direction, account);
            notes.find(findings.all());
            return findings.way(2 * count, left);
        }
    }

    private Way fails(StepOutcome outcome) {
        notes.find(
                direction,
                Rule.LIVE_MIGRATION_FAILS,
                (direction == Direction.UP ? "Applying it" : "Its rollback")
                        + " fails while clients work, and passes without them",
                outcome.reason().lines().toList(),
                "Expect that a key is gone or there already by the time it is the migration's turn");
        return Way.notPlayed("it fails while clients work");
    }
}
