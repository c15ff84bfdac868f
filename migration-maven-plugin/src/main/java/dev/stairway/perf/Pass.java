package dev.stairway.perf;

import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.finding.IdPattern;
import dev.stairway.perf.PassReport.Recovery;
import dev.stairway.perf.PassReport.Step;
import dev.stairway.perf.PerfOptions.Exclusion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays every migration up, down and up again on one fresh database, then from head back as far as there is a way. */
final class Pass {

    /** What one pass does besides taking the time. */
    enum Kind {
        /** Nothing of it is kept but what it found out of the ways back, and what was in the tables. */
        WARM_UP,
        MEASURED,
        /** Locks are looked at, which slows things down. */
        WATCHED,
        /** Clients work meanwhile. */
        BUSY;

        /** True when its times are those of a migration that nobody disturbs. */
        boolean quiet() {
            return this == WARM_UP || this == MEASURED;
        }
    }

    private final Stand stand;
    private final Kind kind;
    private final int rows;
    private final OneWay oneWay;
    private final List<Exclusion> exclusions;
    private final List<Onlooker> onlookers;
    private final Runnable stepped;
    private final List<Step> steps = new ArrayList<>();
    private final List<Recovery> recoveries = new ArrayList<>();

    Pass(
            Stand stand,
            Kind kind,
            int rows,
            OneWay oneWay,
            List<Exclusion> exclusions,
            List<Onlooker> onlookers,
            Runnable stepped) {
        this.stand = stand;
        this.kind = kind;
        this.rows = rows;
        this.oneWay = oneWay;
        this.exclusions = List.copyOf(exclusions);
        this.onlookers = List.copyOf(onlookers);
        this.stepped = stepped;
    }

    /**
     * Plays it to its end, or to the migration that fails.
     *
     * @return empty when a way back turned out to be none, which has spoilt the state: to be played again on a fresh database
     */
    Optional<PassReport> play() throws SQLException {
        for (Migration migration : stand.migrations()) {
            if (leftOut(migration)) {
                continue;
            }
            Played up = up(migration);
            if (up.failed()) {
                return Optional.of(new PassReport(steps, List.of(), migration, line(up.outcome())));
            }
            if (up.executed() && !oneWay.contains(migration) && !back(migration)) {
                return Optional.empty();
            }
            stepped.run();
        }
        for (Onlooker onlooker : onlookers) {
            onlooker.head();
        }
        if (kind.quiet()) {
            recover();
        }
        return Optional.of(new PassReport(steps, recoveries, null, ""));
    }

    private boolean leftOut(Migration migration) throws SQLException {
        if (migration.notApplicable().isPresent()) {
            return true;
        }
        for (Exclusion exclusion : exclusions) {
            if (IdPattern.of(exclusion.migration()).matches(migration.id(), migration.name())) {
                stand.markRan(migration);
                return true;
            }
        }
        return false;
    }

    private Played up(Migration migration) throws SQLException {
        stand.fill(rows);
        long rowsBefore = kind == Kind.WARM_UP ? stand.rows() : -1;
        Long bytesBefore = kind == Kind.WARM_UP ? stand.bytes() : null;
        Played up = stand.play(Way.UP, migration, onlookers);
        if (up.executed()) {
            steps.add(new Step(migration, rowsBefore, bytesBefore, up.seen(), null));
        }
        return up;
    }

    /**
     * Down and up again.
     *
     * @return false when the state after the migration is not there any more
     */
    private boolean back(Migration migration) throws SQLException {
        Played down = stand.play(Way.DOWN, migration, onlookers);
        if (!down.executed()) {
            oneWay.add(migration, down.failed() ? "its rollback fails: " + line(down.outcome()) : why(down.outcome()));
            return !down.failed() || down.undone();
        }
        Played again = stand.play(Way.UP, migration, List.of());
        if (!again.executed()) {
            oneWay.add(migration, "it cannot be applied again after its rollback: " + line(again.outcome()));
            return false;
        }
        Step step = steps.remove(steps.size() - 1);
        steps.add(new Step(step.migration(), step.rowsBefore(), step.bytesBefore(), step.up(), down.seen()));
        return true;
    }

    private void recover() throws SQLException {
        stand.fill(rows);
        long nanos = 0;
        for (int last = steps.size() - 1; last >= 0; last--) {
            Migration migration = steps.get(last).migration();
            if (oneWay.contains(migration)) {
                return;
            }
            Played down = stand.play(Way.DOWN, migration, List.of());
            if (!down.executed()) {
                return;
            }
            nanos += down.seen().nanos();
            recoveries.add(new Recovery(migration, nanos));
        }
    }

    private static String why(StepOutcome outcome) {
        return outcome.reason().isEmpty() ? "the engine takes nothing back" : line(outcome);
    }

    private static String line(StepOutcome outcome) {
        return outcome.reason().lines().findFirst().orElse("no reason given").strip();
    }
}
