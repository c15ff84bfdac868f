package dev.stairway.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The walk's invariants by name, each with its default severity. The kebab-case name is the waiver key and report label. */
public enum Rule implements RuleId {
    /** Up stops with an error, with and without data in the tables. */
    MIGRATION_FAILS(Severity.ERROR),
    /** Up stops with an error when the tables hold rows, and passes when they hold none. */
    MIGRATION_FAILS_ON_DATA(Severity.ERROR),
    /** One call of a migration touches keys of several slots of a cluster. */
    KEYS_IN_SEVERAL_SLOTS(Severity.ERROR),
    /** Up removes rows from a table that the migration does not name. */
    MIGRATION_LOSES_OTHER_ROWS(Severity.ERROR),
    /** Up changes values that were there in a column that the migration does not name. */
    MIGRATION_CHANGES_OTHER_COLUMN(Severity.WARNING),
    /** Up removes rows that were there. */
    MIGRATION_REMOVES_ROWS(Severity.WARNING),
    /** Up moves most keys of a kind to another name and leaves some, though no mapping is declared. */
    MIGRATION_LEAVES_KEYS(Severity.WARNING),
    /** A key that a declared mapping moves is not there under its other name. */
    MAPPING_LOSES_KEYS(Severity.ERROR),
    /** A key that a declared mapping moves is left behind under its former name. */
    MAPPING_LEAVES_KEYS(Severity.ERROR),
    /** A key of a declared format is there that no other key became. */
    MAPPING_INVENTS_KEYS(Severity.ERROR),
    /** A key that was there under the new name is overwritten with a moved one. */
    MAPPING_OVERWRITES_KEYS(Severity.ERROR),
    /** A declared mapping makes one key of several that are there. */
    MAPPING_MERGES_KEYS(Severity.ERROR),
    /** A moved key has another type, though its value is declared unchanged. */
    MAPPING_CHANGES_TYPE(Severity.ERROR),
    /** A moved key has another value, though it is declared unchanged. */
    MAPPING_CHANGES_VALUE(Severity.ERROR),
    /** A moved key expires at another time, though its TTL is declared unchanged. */
    MAPPING_CHANGES_EXPIRY(Severity.ERROR),
    /** What a client had confirmed while the migration was under way is gone, or an older value has taken its place. */
    LIVE_WRITES_LOST(Severity.ERROR),
    /** A key that a client wrote while the migration was under way is there under both names. */
    LIVE_WRITES_DUPLICATED(Severity.ERROR),
    /** A key that a client wrote while the migration was under way keeps its former name, even after a second pass. */
    LIVE_WRITES_LEFT_BEHIND(Severity.ERROR),
    /** A client that reads while the migration is under way meets a key in the other format, or finds none. */
    LIVE_READS_WRONG_FORMAT(Severity.ERROR),
    /** Played while clients work, the migration fails; without them it passes. */
    LIVE_MIGRATION_FAILS(Severity.ERROR),
    /** A command that the old release reads with answers otherwise once the migration is applied. */
    OLD_RELEASE_READS_FAIL(Severity.ERROR),
    /** A command that the new release reads with answers otherwise once the migration is taken back. */
    NEW_RELEASE_READS_FAIL(Severity.ERROR),
    /** A command that a release reads with finds nothing while its own format is there, so it shows nothing. */
    RELEASE_READS_NOTHING(Severity.INFO),
    /** A query of the application works before the migration and fails after it, while a release that sends it still runs. */
    QUERY_FAILS_AFTER_MIGRATION(Severity.ERROR),
    /** A query of the application works neither before any migration nor at head. */
    QUERY_NEVER_WORKS(Severity.WARNING),
    /** A query of the new release fails before the migration, so the release cannot come first. */
    QUERY_NEEDS_MIGRATION(Severity.INFO),
    /** A query of the application no longer uses an index, and no other one of that table. */
    QUERY_LOSES_INDEX(Severity.WARNING),
    /** A query of the application reads a large table from end to end that it did not before. */
    QUERY_READS_WHOLE_TABLE(Severity.WARNING),
    /** A query of the application costs at least twice as much as before. */
    QUERY_COSTS_MORE(Severity.WARNING),
    /** A query of the application gets another plan, neither much cheaper nor much costlier. */
    QUERY_PLAN_CHANGES(Severity.INFO),
    /** Whether a query of the application works could not be found out. */
    QUERY_NOT_TRIED(Severity.INFO),
    /** Another index has the same definition as one that the migration makes, or begins with it. */
    INDEX_REDUNDANT(Severity.WARNING),
    /** No query of the application uses an index that the migration makes. */
    INDEX_UNUSED(Severity.INFO),
    /** Rows refer to rows that are not there, though a foreign key says that they are. */
    ORPHANED_ROWS(Severity.ERROR),
    /** Rows share a key that must be unique, behind an index that is not valid. */
    DUPLICATE_KEYS(Severity.ERROR),
    /** A sequence has yet to give out keys that are there, so an insert fails. */
    SEQUENCE_BEHIND(Severity.ERROR),
    /** SQLite's counter of AUTOINCREMENT is behind the highest key, so a deleted key is given out again. */
    KEYS_REUSED(Severity.WARNING),
    /** Rows break a check. */
    CHECK_VIOLATED(Severity.ERROR),
    /** Rows have no value where they must have one. */
    NOT_NULL_VIOLATED(Severity.ERROR),
    /** Rows of a strict table of SQLite hold a value of another type. */
    TYPE_VIOLATED(Severity.ERROR),
    /** A foreign key of SQLite refers to columns without a unique key, so every write to its table fails. */
    FOREIGN_KEY_UNUSABLE(Severity.ERROR),
    /** SQLite calls a table damaged. */
    STORAGE_DAMAGED(Severity.ERROR),
    /** A constraint comes unchecked (NOT VALID, NOT ENFORCED), and rows break it. */
    CONSTRAINT_NOT_MET(Severity.WARNING),
    /** Rows break what the schema says, by no migration's doing. */
    BROKEN_BEFORE(Severity.INFO),
    /** Some rows could not be held against what the schema says of them. */
    INTEGRITY_NOT_CHECKED(Severity.INFO),
    /** An assertion of the user holds before a move and not after it. */
    ASSERTION_FAILS(Severity.ERROR),
    /** An assertion of the user cannot be asked. */
    ASSERTION_BROKEN(Severity.ERROR),
    /** What an assertion of the user asks for is never there. */
    ASSERTION_NEVER_APPLIES(Severity.WARNING),
    /** An assertion of the user does not hold, by no migration's doing. */
    ASSERTION_FAILS_BEFORE(Severity.INFO),
    /** A table has another number of rows than the user's rules say. */
    ROW_COUNT_RULE_BROKEN(Severity.ERROR),
    /** A table changes that the user says must not change. */
    UNCHANGED_TABLE_CHANGES(Severity.ERROR),
    /** No rollback is written and none can be derived. */
    ROLLBACK_MISSING(Severity.ERROR),
    /** An empty rollback is written; whether that is right only a walk can tell. */
    ROLLBACK_WRITTEN_EMPTY(Severity.INFO),
    /** An empty rollback is written for a migration that changed something. */
    ROLLBACK_EMPTY(Severity.ERROR),
    /** The rollback reports success but executed nothing, and something had changed. */
    ROLLBACK_EXECUTES_NOTHING(Severity.ERROR),
    /** The rollback stops with an error. */
    ROLLBACK_FAILS(Severity.ERROR),
    /** The rollback leaves another schema than before. */
    ROLLBACK_INCOMPLETE(Severity.ERROR),
    /** Rows or values that were there before are gone or changed after the rollback. */
    ROLLBACK_LOSES_DATA(Severity.ERROR),
    /** Rows that the new release wrote are gone or changed after the rollback. */
    ROLLBACK_LOSES_NEW_ROWS(Severity.ERROR),
    /** The loss is not exactly the declared one. */
    DECLARED_LOSS_DIFFERS(Severity.ERROR),
    /** Applied again after its rollback, the migration fails. */
    REAPPLY_FAILS(Severity.ERROR),
    /** Applied again after its rollback, the migration gives another state. */
    REAPPLY_DIFFERS(Severity.ERROR),
    /** Applied again, the migration computes other values for rows that were there (now, random, sequence). */
    REAPPLY_COMPUTES_OTHER_VALUES(Severity.INFO),
    /** Handed the same data twice, as a resumed run does, a script changes it a second time. */
    REPEAT_CHANGES_STATE(Severity.ERROR),
    /** Killed in the middle and gone on with, a batched script leaves another state than without the kill. */
    INTERRUPTED_RUN_DIFFERS(Severity.ERROR),
    /** A second run at head is not a no-op. */
    SECOND_RUN_CHANGES_STATE(Severity.ERROR),
    /** Head to base in one go does not pass the recorded states. */
    DESCENT_DIFFERS(Severity.ERROR),
    /** Head to base cannot reach base. */
    DESCENT_STOPS(Severity.INFO),
    /** Writers wait while an index is made of a table that holds rows. */
    INDEX_KEEPS_WRITERS_AWAY(Severity.WARNING),
    /** Writers, or readers as well, wait while a constraint is checked against every row. */
    CONSTRAINT_CHECKED_UNDER_LOCK(Severity.WARNING),
    /** Readers and writers wait while every row of a table is written anew. */
    TABLE_WRITTEN_ANEW(Severity.WARNING),
    /** All rows of a table are changed in one statement, so that writers of any of them wait for its end. */
    ALL_ROWS_IN_ONE_STATEMENT(Severity.WARNING),
    /** A lock that is needed for a moment is held on while the same transaction works through many rows. */
    LOCK_HELD_FOR_OTHER_WORK(Severity.WARNING),
    /** A lock that keeps readers away is asked for without a limit, so that one slow reader makes everybody wait. */
    LOCK_TIMEOUT_MISSING(Severity.INFO),
    /** A migration takes longer than the limit for its database. */
    MIGRATION_TOO_SLOW(Severity.ERROR),
    /** The rollbacks together take longer than the limit. */
    ROLLBACK_TOO_SLOW(Severity.ERROR),
    /** A migration holds a lock for which others wait to read or to write longer than the limit for its database. */
    LOCK_TOO_LONG(Severity.ERROR),
    /** A client that works while a migration runs has to wait longer than the limit for its database. */
    DOWNTIME_TOO_LONG(Severity.ERROR),
    /** A migration asks for more work than in the performance baseline. */
    WORK_REGRESSION(Severity.ERROR),
    /** A migration takes longer than in the performance baseline. */
    TIME_REGRESSION(Severity.WARNING),
    /** A database restored from a backup is not the one that was backed up. */
    RESTORE_DIFFERS(Severity.ERROR),
    /** A backup cannot be taken. */
    BACKUP_FAILS(Severity.ERROR),
    /** A backup cannot be restored. */
    RESTORE_FAILS(Severity.ERROR),
    /** Restoring takes longer than the limit for its database. */
    RESTORE_TOO_SLOW(Severity.ERROR),
    /** A restored database does not take the migration that comes next. */
    RESTORED_REFUSES_MIGRATION(Severity.ERROR),
    /** A backup was changed, and restoring from it would have begun. */
    BACKUP_DAMAGE_UNNOTICED(Severity.ERROR),
    /** After a crash in the middle of a migration nobody can go on, since the lock of the dead run stays. */
    CRASH_STUCK_LOCK(Severity.ERROR),
    /** After a crash in the middle of a migration the next run fails. */
    CRASH_NOT_RESUMABLE(Severity.ERROR),
    /** After a crash in the middle of a migration the next run ends as if all were well, and leaves another state. */
    CRASH_HIDDEN_DAMAGE(Severity.ERROR),
    /** A killed runner leaves a lock behind that the engine's own next run would wait for. */
    CRASH_LEAVES_LOCK(Severity.INFO),
    /** After a broken line, a timeout or a full disk in the middle of a migration the next run fails. */
    FAULT_NOT_RESUMABLE(Severity.ERROR),
    /** After such a fault the next run ends as if all were well, and leaves another state. */
    FAULT_HIDDEN_DAMAGE(Severity.ERROR),
    /** A migration that meets such a fault waits for longer than it may. */
    FAULT_HANGS(Severity.ERROR),
    /** Two runners that begin at once both apply a migration, or leave another state than one. */
    RUNNERS_COLLIDE(Severity.ERROR),
    /** Locks could not be looked at, or no client could work beside the migrations. */
    BLOCKING_NOT_SEEN(Severity.INFO),
    /** Only the order of columns differs after the rollback. */
    COLUMN_ORDER_CHANGES(Severity.INFO),
    /** Only a sequence's position differs after the rollback. */
    SEQUENCE_POSITION_CHANGES(Severity.INFO),
    /** A table could not be filled, so nothing is known of its data. */
    TABLE_NOT_FILLED(Severity.INFO),
    /** A file of rows could not be loaded into the tables, so the walk went on without it. */
    FIXTURE_NOT_LOADED(Severity.ERROR),
    /** What a step touched was read wrongly: a defect of this plugin, seen in paranoid mode only. */
    FAST_READING_MISSED(Severity.ERROR),
    /** The migration does one thing on one version of a product and another thing on another. */
    DIFFERS_BETWEEN_VERSIONS(Severity.WARNING),
    /** Some of the databases that are compared cannot apply a migration. */
    MIGRATES_ON_ONE_ONLY(Severity.ERROR),
    /** Databases do not hold the same rows after a migration, though they did before it. */
    DATA_DIFFERS_BETWEEN_DATABASES(Severity.ERROR),
    /** A migration leaves different schemas behind on different databases. */
    SCHEMA_DIFFERS_BETWEEN_DATABASES(Severity.WARNING),
    /** Databases do not do the same with the same statement. */
    BEHAVES_DIFFERENTLY(Severity.WARNING),
    /** Databases differ in what no migration can change, or in what the user accepts. */
    KNOWN_DIFFERENCE(Severity.INFO),
    /** The user accepts a difference between databases that is not there. */
    ACCEPTED_DIFFERENCE_UNUSED(Severity.INFO),
    /** A database, or a part of it, could not be compared with others. */
    NOT_COMPARED(Severity.INFO),
    /** A waiver in a migration names a rule that does not exist. */
    WAIVER_UNKNOWN(Severity.WARNING),
    /** A waiver in a migration says no reason, so it does not count. */
    WAIVER_WITHOUT_REASON(Severity.WARNING),
    /** The last day of a waiver is over, so it does not count any more. */
    WAIVER_EXPIRED(Severity.WARNING),
    /** A waiver in a migration waives nothing. */
    WAIVER_UNUSED(Severity.INFO),
    /** The run could not start. */
    RUN_NOT_POSSIBLE(Severity.ERROR),
    /** A cell of the matrix could not run. */
    CELL_NOT_RUN(Severity.ERROR);

    private final Severity severity;

    /** Names of all. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Rule::id).toList();
    }

    Rule(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
