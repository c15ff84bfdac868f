package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.Parentheses;
import dev.stairway.script.sql.tree.Reference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Constraints as they are written. */
final class Definitions {

    private static final Pattern MATCH = clause("\\bMATCH\\s+(?:FULL|PARTIAL|SIMPLE)\\b");
    private static final Pattern SET_SOME = clause("\\bON\\s+DELETE\\s+SET\\s+(?:NULL|DEFAULT)\\s*\\([^()]*\\)");
    private static final Pattern DEFERRABLE = clause("\\b(?:NOT\\s+)?DEFERRABLE\\b");
    private static final Pattern INITIALLY = clause("\\bINITIALLY\\s+(?:DEFERRED|IMMEDIATE)\\b");
    private static final Pattern INCLUDE = clause("\\bINCLUDE\\s*\\([^()]*\\)");
    private static final Pattern NULLS = clause("\\bNULLS\\s+(?:NOT\\s+)?DISTINCT\\b");

    private Definitions() {}

    private static Pattern clause(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }

    /** {@code FOREIGN KEY (a) REFERENCES t (b) ON DELETE CASCADE}. */
    static String foreignKey(Added added) {
        Reference to = added.constraint().references();
        String columns = to.columns().isEmpty() ? "" : " (" + Names.list(to.columns()) + ")";
        return "FOREIGN KEY (" + Names.list(added.columns()) + ") REFERENCES " + to.table() + columns
                + clause(added, MATCH)
                + (to.onDelete().isEmpty() ? "" : onDelete(added, to))
                + (to.onUpdate().isEmpty() ? "" : " ON UPDATE " + to.onUpdate())
                + deferred(added);
    }

    /** PostgreSQL 15 sets some of the columns alone: {@code ON DELETE SET NULL (b)}. */
    private static String onDelete(Added added, Reference to) {
        String some = clause(added, SET_SOME);
        return some.isEmpty() ? " ON DELETE " + to.onDelete() : some;
    }

    /** {@code DEFERRABLE INITIALLY DEFERRED}, with a blank before it; empty where nothing is written. */
    static String deferred(Added added) {
        return clause(added, DEFERRABLE) + clause(added, INITIALLY);
    }

    /** {@code INCLUDE (c)}, with a blank before it. */
    static String include(Added added) {
        return clause(added, INCLUDE);
    }

    /** {@code NULLS NOT DISTINCT}, with a blank before it: before the columns of a constraint, behind those of an index. */
    static String nulls(Added added) {
        return clause(added, NULLS);
    }

    private static String clause(Added added, Pattern wanted) {
        Matcher found = wanted.matcher(added.written());
        return found.find() ? " " + found.group() : "";
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
