package dev.stairway.run;

import dev.stairway.database.Room;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.TableData;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes sure that the disk can take many rows before they are made. Where there is plenty nothing is measured; else a first
 * part of the rows is made, and what they take, indexes included, tells what the others will.
 */
final class RoomCheck {

    /** More than a usual row takes with its indexes, its part of the log and of a copy. */
    private static final long ROUGH_BYTES = 4096;

    private static final int MOST_FIRST = 10_000;
    private static final int PART_FIRST = 10;

    private final Bench bench;

    RoomCheck(Bench bench) {
        this.bench = bench;
    }

    /** Fills every table up to a number of rows. */
    @FunctionalInterface
    interface Filling {
        Difference to(int rows) throws SQLException;
    }

    /** @throws ProblemException when there is not enough room, with no more than the first part of the rows made */
    Difference fill(int rows, Filling filling) throws SQLException {
        Optional<Room> room = bench.database().room();
        long missing = missing(rows);
        if (room.isEmpty() || missing <= room.get().freeBytes() / ROUGH_BYTES) {
            return filling.to(rows);
        }
        long before = bench.rows();
        Difference first = filling.to(Math.min(MOST_FIRST, Math.max(1, rows / PART_FIRST)));
        long made = bench.rows() - before;
        if (made > 0) {
            enough(room.get(), bench.database().room().orElseThrow(), made, missing - made);
        }
        return first.then(filling.to(rows));
    }

    private long missing(int rows) {
        return bench.fingerprinter().tables().values().stream()
                .mapToLong(TableData::rows)
                .map(there -> Math.max(0, rows - there))
                .sum();
    }

    private void enough(Room before, Room now, long made, long missing) {
        long each = Math.max(1, (now.usedBytes() - before.usedBytes()) / made);
        long data = each * missing;
        long log = Math.min(data, now.logBytes());
        long copy = copies() ? now.usedBytes() + data : 0;
        if (data + log + copy > now.freeBytes()) {
            throw tooLittle(now, List.of(missing, each, data, log, copy));
        }
    }

    /** Before a migration that cannot be discarded the database is copied. */
    private boolean copies() {
        return bench.engine().migrations().stream().anyMatch(migration -> !migration.transactional());
    }

    /** @param figures rows, bytes of each, then bytes of all, of the log, of a copy */
    private static ProblemException tooLittle(Room room, List<Long> figures) {
        long need = figures.get(2) + figures.get(3) + figures.get(4);
        return ProblemException.setup(
                "There is not enough disk for the rows of this scenario",
                room.directory().toString(),
                String.format(
                        Locale.ROOT,
                        "%s needed: %,d more rows of about %,d bytes with their indexes, %s; %s for the log that they go"
                                + " through%s%n%s free%s",
                        size(need),
                        figures.get(0),
                        figures.get(1),
                        size(figures.get(2)),
                        size(figures.get(3)),
                        figures.get(4) == 0 ? "" : "; " + size(figures.get(4)) + " for a copy of the database",
                        size(room.freeBytes()),
                        room.memory() ? ", in memory" : ""),
                "Name a directory on a larger disk in <workDirectory> (-Dmigration.workDirectory), free some space, or ask"
                        + " for fewer rows (-Dmigration.largeRows)",
                null);
    }

    private static String size(long bytes) {
        return bytes >= 10_000_000_000L
                ? bytes / 1_000_000_000 + " GB"
                : bytes >= 10_000_000 ? bytes / 1_000_000 + " MB" : Math.max(1, bytes / 1000) + " kB";
    }
}
