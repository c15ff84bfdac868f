package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Name;

/** The way to NOT NULL that keeps nobody waiting. */
final class NotNull {

    private NotNull() {}

    static String inSteps(Name table, Name column) {
        String check = Names.made(table, column, "not_null");
        return "ALTER TABLE " + table + " ADD CONSTRAINT " + check + " CHECK (" + column
                + " IS NOT NULL) NOT VALID; in a later migration ALTER TABLE " + table + " VALIDATE CONSTRAINT " + check
                + "; which lets readers and writers work; then ALTER TABLE " + table + " ALTER COLUMN " + column
                + " SET NOT NULL; which trusts the check, and ALTER TABLE " + table + " DROP CONSTRAINT " + check + ";";
    }
}
