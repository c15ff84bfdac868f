package dev.stairway.report.view;

import dev.stairway.report.document.Performance.Lock;
import dev.stairway.report.document.Performance.Side;
import dev.stairway.report.document.Performance.Statement;
import dev.stairway.report.document.Performance.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * For how long a migration keeps others waiting.
 *
 * @param who for example {@code reads and writes of public.orders}
 * @param rows per table when it was seen
 */
record Waiting(double millis, String who, long rows) {

    /** The longest lock on the way up that keeps reads or writes out; null when there is none or nobody looked. */
    static Waiting byLocks(Cost cost) {
        Cost.Sized size = cost.largest(Cost.Way.UP, side -> !side.statements().isEmpty());
        Waiting longest = null;
        if (size != null) {
            for (Statement statement : size.step().up().statements()) {
                for (Lock lock : statement.locks()) {
                    if (keepsOut(lock) && (longest == null || lock.heldMillis() > longest.millis())) {
                        longest = new Waiting(
                                lock.heldMillis(), who(lock.blocks()) + " of " + lock.relation(), size.rows());
                    }
                }
            }
        }
        return longest;
    }

    /** The longest call of a client on the way up; null when no client worked. */
    static Waiting ofClients(Cost cost) {
        Cost.Sized size = cost.largest(Cost.Way.UP, side -> !side.traffic().isEmpty());
        Waiting longest = null;
        if (size != null) {
            for (Traffic traffic : size.step().up().traffic()) {
                if (longest == null || traffic.longestMillis() > longest.millis()) {
                    longest = new Waiting(traffic.longestMillis(), client(traffic), size.rows());
                }
            }
        }
        return longest;
    }

    /** What clients met where some worked, else what the locks say; null when neither is known. */
    static Waiting longest(Cost cost) {
        Waiting clients = ofClients(cost);
        return clients == null ? byLocks(cost) : clients;
    }

    static boolean keepsOut(Lock lock) {
        return lock.blocks().contains("READS") || lock.blocks().contains("WRITES");
    }

    /** True when somebody looked at locks in this direction. */
    static boolean watched(Side side) {
        return side != null && !side.statements().isEmpty();
    }

    static String client(Traffic traffic) {
        return switch (traffic.kind()) {
            case "READ" -> "reads of " + traffic.table();
            case "WRITE" -> "writes of " + traffic.table();
            default -> traffic.table();
        };
    }

    /** For example {@code reads and writes}; {@code nobody} where nothing is kept out. */
    static String who(List<String> blocks) {
        List<String> words = new ArrayList<>();
        for (String block : blocks) {
            words.add(block.equals("DDL") ? "changes of it" : block.toLowerCase(Locale.ROOT));
        }
        if (words.size() > 1 && words.contains("writes")) {
            // Whoever keeps writes out keeps changes of the table out too.
            words.remove("changes of it");
        }
        return words.isEmpty() ? "nobody" : String.join(" and ", words);
    }
}
