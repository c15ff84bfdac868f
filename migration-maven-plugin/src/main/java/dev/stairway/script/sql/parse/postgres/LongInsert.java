package dev.stairway.script.sql.parse.postgres;

import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CLOSE_PAREN;
import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.COMMA;
import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.OPEN_PAREN;
import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.SELECT;
import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.VALUES;

import dev.stairway.script.sql.tree.SqlTree.Insert;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/**
 * An INSERT with so many rows that their expressions are not worth a tree: the first row stands for all, the others are
 * counted.
 */
final class LongInsert {

    private final String sql;
    private int depth;
    private int rows;
    private int endOfFirst = -1;
    private int tail = -1;

    private LongInsert(String sql) {
        this.sql = sql;
    }

    /** Null unless there is a list of rows. @param lexer of the statement, at its begin */
    static LongInsert of(String sql, Lexer lexer) {
        LongInsert insert = new LongInsert(sql);
        insert.read(lexer);
        return insert.endOfFirst < 0 ? null : insert;
    }

    private void read(Lexer lexer) {
        boolean values = false;
        for (Token word = lexer.nextToken(); word.getType() != Token.EOF; word = lexer.nextToken()) {
            if (word.getChannel() != Token.DEFAULT_CHANNEL) {
                continue;
            }
            boolean outside = depth == 0;
            see(word, values);
            if (values && outside && tail >= 0 || outside && word.getType() == SELECT) {
                return;
            }
            values |= outside && word.getType() == VALUES;
        }
    }

    private void see(Token word, boolean values) {
        if (word.getType() == OPEN_PAREN) {
            rows += values && depth == 0 ? 1 : 0;
            depth++;
        } else if (word.getType() == CLOSE_PAREN) {
            depth--;
            if (values && depth == 0 && endOfFirst < 0) {
                endOfFirst = word.getStopIndex() + 1;
            }
        } else if (values && depth == 0 && word.getType() != COMMA) {
            tail = word.getStartIndex();
        }
    }

    /** The statement with its first row only. */
    String shortened() {
        return sql.substring(0, endOfFirst) + (tail < 0 ? "" : " " + sql.substring(tail));
    }

    /** What the shortened statement says, with all rows counted. */
    Insert whole(Insert read) {
        return new Insert(
                read.table(), read.columns(), rows, read.query(), read.or(), read.onConflict(), read.functions());
    }
}
