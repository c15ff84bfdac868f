package dev.stairway.backup;

import dev.stairway.fingerprint.ObjectChange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One way to back up one database and to get it back. Used by one thread at a time. */
public interface BackupTool extends AutoCloseable {

    /** Lower-case name, for people and for reports: {@code pg_dump}, {@code vacuum-into}, {@code rdb}. */
    String name();

    /** Lower-case name of the product: {@code postgresql}. */
    String product();

    /**
     * What the database holds by now that this way of backing up is not made for, one name each: no fault of the database. Empty
     * where it would keep all.
     */
    default List<String> beyond() {
        return List.of();
    }

    /**
     * Backs up the present committed state. No session may be open.
     *
     * @param before id of the migration that comes next
     * @param directory of this tool alone: empty at the first call, the same one at every further call
     * @throws dev.stairway.problem.ProblemException when the tool cannot back up this database, or all of it
     */
    Backup take(String before, Path directory);

    /**
     * Makes a database of its own from a backup, after it was verified. The one that was backed up stays as it is.
     *
     * @throws dev.stairway.problem.ProblemException when the backup is damaged or the product does not take it
     */
    Restored restore(Backup backup);

    /**
     * True for a difference between the database before and the restored one which the product's manual says that this way makes,
     * and which harms nobody.
     *
     * @param attributes of the object before
     */
    default boolean harmless(ObjectChange difference, Map<String, String> attributes) {
        return false;
    }

    /** Deletes a backup that nobody needs any more, but for what later ones need of it. */
    void discard(Backup backup) throws IOException;

    /** Lets go of what it holds between backups; the backups stay. */
    @Override
    default void close() {}
}
