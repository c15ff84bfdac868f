package dev.stairway.benchmark.lock;

import dev.stairway.benchmark.downtime.TwelveStatements;
import dev.stairway.benchmark.downtime.TwelveStatements.Way;
import dev.stairway.measure.lock.Blocked;
import dev.stairway.measure.lock.RelationLock;
import dev.stairway.measure.lock.StatementTrace;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Holds what was seen of one of the twelve against what it is known to do. */
final class ClassTrial {

    private static final String TABLE = "public." + TwelveStatements.TABLE;
    private static final String ROWS = "row-level lock";
    private static final String ROW = "%-46s %-26s %-6s %-7s %-8s %9.1f %9.1f %9.1f  %s%n";

    private final LockStage stage;

    ClassTrial(LockStage stage) {
        this.stage = stage;
    }

    static String head() {
        return String.format(
                "%-46s %-26s %-6s %-7s %-8s %9s %9s %9s%n",
                "statement", "strongest lock", "reads", "writes", "rewrites", "runs ms", "held ms", "waited ms");
    }

    /** @return true when it was classified right */
    boolean play(Way way) throws SQLException {
        stage.restore();
        List<StatementTrace> traces;
        if (way.slowReader()) {
            try (SlowReader reader = new SlowReader(stage)) {
                reader.takeASecond();
                traces = stage.traced(way.transactional(), way.play());
            }
        } else {
            traces = stage.traced(way.transactional(), way.play());
        }
        return say(way, traces);
    }

    private static boolean say(Way way, List<StatementTrace> traces) {
        List<RelationLock> locks = traces.stream()
                .flatMap(trace -> trace.locks().stream())
                .filter(lock -> lock.relation().equals(TABLE))
                .toList();
        String mode = locks.stream()
                .map(RelationLock::mode)
                .filter(name -> !name.equals(ROWS))
                .max((one, other) -> Integer.compare(strength(one), strength(other)))
                .orElse("none");
        boolean reads = locks.stream().anyMatch(lock -> lock.blocks(Blocked.READS));
        boolean writes = locks.stream().anyMatch(lock -> lock.blocks(Blocked.WRITES));
        boolean rewrites = traces.stream().anyMatch(trace -> trace.rewrites().contains(TABLE));
        boolean right = mode.equals(way.mode())
                && reads == way.blocksReads()
                && writes == way.blocksWrites()
                && rewrites == way.rewrites();
        System.out.printf(
                Locale.ROOT,
                ROW,
                way.name(),
                mode,
                reads,
                writes,
                rewrites,
                traces.stream().mapToDouble(StatementTrace::millis).sum(),
                locks.stream()
                        .filter(lock -> lock.mode().equals(mode))
                        .mapToDouble(RelationLock::heldMillis)
                        .max()
                        .orElse(0),
                locks.stream().mapToDouble(RelationLock::waitedMillis).max().orElse(0),
                right ? "right" : "WRONG, known: " + way);
        return right;
    }

    /** In the order of the manual. */
    private static int strength(String mode) {
        return List.of(
                        "AccessShareLock",
                        "RowShareLock",
                        "RowExclusiveLock",
                        "ShareUpdateExclusiveLock",
                        "ShareLock",
                        "ShareRowExclusiveLock",
                        "ExclusiveLock",
                        "AccessExclusiveLock")
                .indexOf(mode);
    }
}
