package dev.stairway.crash;

import dev.stairway.backup.Snapshot;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.fingerprint.ObjectChange.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The states around a migration.
 *
 * <p>What two undisturbed runs leave differently (the time, random values) is not held against a third one. Nor is what the
 * manual of a server says of every crash: sequences go on a little further ahead, and tables that are not logged are empty.
 * https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-UNLOGGED
 */
public final class Expected {

    private static final String UNLOGGED = "unlogged";

    private final Snapshot before;
    private final Snapshot after;
    private final Set<String> varying = new HashSet<>();

    /** @param again after a second undisturbed run */
    public Expected(Snapshot before, Snapshot after, Snapshot again) {
        this.before = before;
        this.after = after;
        after.differences(again).forEach(change -> varying.add(key(change)));
    }

    /** What is not as before the migration. */
    List<ObjectChange> sinceBefore(Snapshot now) {
        return counting(before, now);
    }

    /** What is not as after the migration. */
    List<ObjectChange> sinceAfter(Snapshot now) {
        return counting(after, now);
    }

    private List<ObjectChange> counting(Snapshot from, Snapshot now) {
        return from.differences(now).stream()
                .filter(change -> !varying.contains(key(change)))
                .filter(change -> change.level() != Level.LOWER)
                .filter(change -> !emptiedByCrash(from, change))
                .toList();
    }

    private static boolean emptiedByCrash(Snapshot from, ObjectChange change) {
        Map<String, String> table =
                from.attributes(new ObjectChange("table", change.name(), change.what(), "", "", "", change.level()));
        return UNLOGGED.equals(table.get("persistence")) && change.what() == ObjectChange.What.CHANGED;
    }

    private static String key(ObjectChange change) {
        return change.kind() + " " + change.name() + " " + change.attribute();
    }
}
