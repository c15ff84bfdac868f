package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.Parentheses;
import dev.stairway.script.sql.tree.Reference;

/** Constraints as they are written. */
final class Definitions {

    private Definitions() {}

    /** {@code FOREIGN KEY (a) REFERENCES t (b) ON DELETE CASCADE}. */
    static String foreignKey(Added added) {
        Reference to = added.constraint().references();
        String columns = to.columns().isEmpty() ? "" : " (" + Names.list(to.columns()) + ")";
        return "FOREIGN KEY (" + Names.list(added.columns()) + ") REFERENCES " + to.table() + columns
                + (to.onDelete().isEmpty() ? "" : " ON DELETE " + to.onDelete())
                + (to.onUpdate().isEmpty() ? "" : " ON UPDATE " + to.onUpdate());
    }

    /** {@code CHECK (a > 0)}. */
    static String check(Added added) {
        return "CHECK (" + Parentheses.without(added.constraint().check().text()) + ")";
    }

    /** NOT VALID, and VALIDATE later. */
    static String inTwoSteps(Added added, String name, String definition) {
        return added.columnFirst() + "ALTER TABLE " + added.table() + " ADD CONSTRAINT " + name + " " + definition
                + " NOT VALID; and in a later migration ALTER TABLE " + added.table() + " VALIDATE CONSTRAINT " + name
                + "; which lets readers and writers work";
    }
}
