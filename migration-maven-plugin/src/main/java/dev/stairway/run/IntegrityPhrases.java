package dev.stairway.run;

import dev.stairway.integrity.Check;
import dev.stairway.integrity.Kind;
import dev.stairway.integrity.Violation;

/** Broken promises in words. */
final class IntegrityPhrases {

    private IntegrityPhrases() {}

    /** Goes on from "Applying it" or "Its rollback". */
    static String title(Kind kind) {
        return switch (kind) {
            case ORPHANED_ROWS -> "leaves rows that refer to nothing";
            case DUPLICATE_KEYS -> "leaves rows with the same key";
            case SEQUENCE_BEHIND -> "leaves a sequence behind the keys that are there";
            case KEYS_REUSED -> "makes AUTOINCREMENT forget keys that are there";
            case CHECK_VIOLATED -> "leaves rows that break a check";
            case NOT_NULL_VIOLATED -> "leaves rows without a value that must have one";
            case TYPE_VIOLATED -> "leaves values of a type that the table does not allow";
            case FOREIGN_KEY_UNUSABLE -> "leaves a foreign key that makes every write fail";
            case STORAGE_DAMAGED -> "leaves a damaged table";
        };
    }

    static String remedy(Kind kind) {
        return switch (kind) {
            case ORPHANED_ROWS ->
                "Write or delete those rows in the same step; where triggers or foreign keys were switched off for it,"
                        + " check before switching them on again";
            case DUPLICATE_KEYS ->
                "Remove the duplicates, drop the invalid index and build it again; an invalid index holds nothing off";
            case SEQUENCE_BEHIND ->
                "Set it behind the highest key: select setval('the sequence', (select max(key) from the_table))";
            case KEYS_REUSED -> "Set the row of sqlite_sequence to the highest key that was ever given out";
            case CHECK_VIOLATED, NOT_NULL_VIOLATED ->
                "Correct those rows; the constraint holds only what is written from now on";
            case TYPE_VIOLATED -> "Convert those values (CAST) in the same step";
            case FOREIGN_KEY_UNUSABLE ->
                "Give the parent a PRIMARY KEY or UNIQUE constraint over exactly the columns that are referred to";
            case STORAGE_DAMAGED ->
                "Rebuild the table and its indexes (VACUUM, REINDEX); do not write to the schema table";
        };
    }

    /** @param before rows that broke it already */
    static String line(Violation violation, long before) {
        Check check = violation.check();
        String keys = violation.examples().isEmpty() ? "" : ": " + String.join("; ", violation.examples());
        boolean more = violation.rows() > violation.examples().size()
                && !violation.examples().isEmpty()
                && check.kind() != Kind.SEQUENCE_BEHIND;
        return what(violation) + keys + (more ? "; ..." : "") + (before > 0 ? " (" + before + " before)" : "");
    }

    private static String what(Violation violation) {
        Check check = violation.check();
        String columns = String.join(", ", check.columns());
        String rows = (violation.exact() ? "" : "at least ")
                + violation.rows()
                + (violation.rows() == 1 ? " row of " : " rows of ")
                + check.table();
        boolean one = violation.rows() == 1;
        return switch (check.kind()) {
            case ORPHANED_ROWS ->
                rows + (one ? " refers" : " refer") + " to no row of " + check.parent() + " (foreign key "
                        + check.constraint() + ")";
            case DUPLICATE_KEYS -> rows + (one ? " shares" : " share") + " a key" + named(" (unique index ", check);
            case SEQUENCE_BEHIND ->
                violation.rows() + (one ? " key of " : " keys of ") + check.table() + "." + columns
                        + (one ? " is" : " are") + " still to be given out by " + check.constraint();
            case KEYS_REUSED -> check.table();
            case CHECK_VIOLATED ->
                rows
                        + (one ? " breaks" : " break")
                        + (check.constraint().isEmpty() ? " a check" : named(" check (", check));
            case NOT_NULL_VIOLATED ->
                rows + (one ? " has" : " have") + " no value in a column" + named(" (not null ", check);
            case TYPE_VIOLATED -> rows + (one ? " has" : " have") + " a value of another type";
            case FOREIGN_KEY_UNUSABLE -> check.table() + " " + check.constraint();
            case STORAGE_DAMAGED -> rows + (one ? " is" : " are") + " damaged";
        };
    }

    private static String named(String before, Check check) {
        return check.constraint().isEmpty() ? "" : before + check.constraint() + ")";
    }
}
