package dev.stairway.engine.liquibase;

import dev.stairway.engine.Migration.Rollback;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.core.EmptyChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;

/** Tells which way back a changeSet has, without executing anything. */
final class RollbackKinds {

    private static final Pattern COMMENTS = Pattern.compile("/\\*.*?\\*/|--[^\\r\\n]*", Pattern.DOTALL);

    private RollbackKinds() {}

    static Rollback of(ChangeSet changeSet, Database database) {
        if (changeSet.hasCustomRollbackChanges()) {
            List<Change> written = changeSet.getRollback().getChanges();
            return written.stream().allMatch(RollbackKinds::doesNothing) ? Rollback.EMPTY : Rollback.WRITTEN;
        }
        return withoutInverse(changeSet, database).isPresent() ? Rollback.MISSING : Rollback.AUTOMATIC;
    }

    /** Why the changeSet cannot be taken back: names its first change that has no inverse. */
    static Optional<String> withoutInverse(ChangeSet changeSet, Database database) {
        for (Change change : changeSet.getChanges()) {
            if (!invertible(change, database)) {
                String name = change.getSerializedObjectName();
                return Optional.of("No rollback is written, and Liquibase derives none for '" + name + "'");
            }
        }
        return Optional.empty();
    }

    /** A custom change answers itself, and its class may be missing or refuse. */
    private static boolean invertible(Change change, Database database) {
        try {
            return change.supportsRollback(database);
        } catch (RuntimeException | LinkageError cannotTell) {
            return false;
        }
    }

    /** An explicit {@code <rollback/>}, the word "empty", or nothing but comments. */
    static boolean doesNothing(Change change) {
        if (change instanceof AbstractSQLChange sql) {
            String text = sql.getSql();
            return text != null
                    && (COMMENTS.matcher(text).replaceAll("").replace(';', ' ').isBlank()
                            || "empty".equalsIgnoreCase(text.strip()));
        }
        return change instanceof EmptyChange;
    }
}
