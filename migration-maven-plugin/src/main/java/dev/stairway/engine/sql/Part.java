package dev.stairway.engine.sql;

import dev.stairway.engine.script.ScriptRunner.Mode;
import dev.stairway.engine.script.TransactionNeeds;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.SqlSyntax;
import java.util.List;

/**
 * One way of a migration.
 *
 * @param file as messages name it
 * @param line at which it begins, from 1
 * @param text blank lines included for whatever comes before it in the file, so that lines stay true
 * @param transaction false when the file or a setting asks for none
 * @param separately true when a setting asks that every statement is sent by itself
 */
record Part(String file, int line, String text, boolean transaction, boolean separately) {

    List<SqlStatement> statements(String product) {
        return SqlScript.statements(file, text, SqlSyntax.of(product));
    }

    /** False when it has nothing to run. */
    boolean says(String product) {
        return SqlScript.content(text, SqlSyntax.of(product)) == SqlScript.Content.STATEMENTS;
    }

    /**
     * PostgreSQL makes one transaction of all statements that arrive in one message, which is how both tools send a file,
     * even without asking for a transaction; a single statement has none around it:
     * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT
     */
    Mode mode(List<SqlStatement> statements, String product, Layout layout) {
        if (separately) {
            return Mode.EACH_ALONE;
        }
        if (product.equals("postgresql")) {
            boolean around = transaction && layout.opensTransactions(product);
            boolean alone = !around && statements.size() == 1 && TransactionNeeds.outside(statements.get(0), product);
            return alone ? Mode.EACH_ALONE : Mode.TRANSACTION;
        }
        return transaction && layout.opensTransactions(product) ? Mode.TRANSACTION : Mode.EACH_ALONE;
    }
}
