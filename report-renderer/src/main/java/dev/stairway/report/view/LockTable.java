package dev.stairway.report.view;

import dev.stairway.report.document.Performance.Lock;
import dev.stairway.report.document.Performance.Side;
import dev.stairway.report.document.Performance.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Which statement holds which lock from when to when.
 *
 * @param title direction and length
 */
public record LockTable(String title, List<Row> rows) {

    /**
     * @param sql empty where the row goes on with the statement of the row above
     * @param when start and length of the statement; empty likewise
     * @param notes for example which relations it writes anew
     * @param lock mode and relation; empty when it took none
     * @param css colour class of who has to wait
     * @param strip the statement over the lock; the wait for the lock before it
     */
    public record Row(
            String sql,
            String when,
            List<String> notes,
            String mode,
            String relation,
            String held,
            String waited,
            String css,
            String blocks,
            Strip strip) {}

    static LockTable of(Cost.Way way, Side side) {
        double total =
                side.statements().stream().mapToDouble(LockTable::end).max().orElse(0);
        List<Row> rows = new ArrayList<>();
        for (Statement statement : side.statements()) {
            if (statement.locks().isEmpty()) {
                rows.add(row(statement, null, true, total));
            }
            for (int at = 0; at < statement.locks().size(); at++) {
                rows.add(row(statement, statement.locks().get(at), at == 0, total));
            }
        }
        return new LockTable(
                "Locks on the way " + way.word() + ", " + Units.millis(Double.valueOf(total)) + " from first to last",
                rows);
    }

    private static double end(Statement statement) {
        double locks = statement.locks().stream()
                .mapToDouble(lock -> lock.waitedMillis() + lock.heldMillis())
                .max()
                .orElse(0);
        return statement.atMillis() + Math.max(statement.millis(), locks);
    }

    private static Row row(Statement statement, Lock lock, boolean first, double total) {
        String when = "from " + Units.millis(Double.valueOf(statement.atMillis())) + ", took "
                + Units.millis(Double.valueOf(statement.millis()));
        return new Row(
                first ? statement.sql() : "",
                first ? when : "",
                first ? notes(statement) : List.of(),
                lock == null ? "none" : lock.mode(),
                lock == null ? "" : lock.relation(),
                lock == null ? Units.NOTHING : Units.millis(Double.valueOf(lock.heldMillis())),
                lock == null || lock.waitedMillis() == 0
                        ? Units.NOTHING
                        : Units.millis(Double.valueOf(lock.waitedMillis())),
                tone(lock).css(),
                lock == null ? "nobody" : Waiting.who(lock.blocks()),
                strip(statement, lock, total));
    }

    private static List<String> notes(Statement statement) {
        List<String> notes = new ArrayList<>();
        if (!statement.rewrites().isEmpty()) {
            notes.add("writes anew: " + String.join(", ", statement.rewrites()));
        }
        if (!statement.transactional()) {
            notes.add("outside a transaction; its locks were sampled");
        }
        return notes;
    }

    static Tone tone(Lock lock) {
        if (lock == null) {
            return Tone.OFF;
        }
        if (lock.blocks().contains("READS")) {
            return Tone.BAD;
        }
        return lock.blocks().contains("WRITES") ? Tone.LOSS : Tone.AGAIN;
    }

    private static Strip strip(Statement statement, Lock lock, double total) {
        double at = statement.atMillis();
        List<Strip.Mark> marks = new ArrayList<>();
        marks.add(Strip.bar(Tone.OFF, at, at + statement.millis(), total, 0));
        if (lock != null) {
            double granted = at + lock.waitedMillis();
            if (lock.waitedMillis() > 0) {
                marks.add(Strip.bar(Tone.NONE, at, granted, total, 1));
            }
            marks.add(Strip.bar(tone(lock), granted, granted + lock.heldMillis(), total, 1));
        }
        return new Strip(marks, 2);
    }
}
