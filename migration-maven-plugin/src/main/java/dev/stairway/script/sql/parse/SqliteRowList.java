package dev.stairway.script.sql.parse;

import dev.stairway.script.sql.grammar.TextStream;
import dev.stairway.script.sql.grammar.sqlite.SQLiteLexer;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/**
 * The rows of a long INSERT, of which the first is read as it is and the others are only counted: a dump has megabytes of
 * them, and a tree of all that would say nothing more.
 *
 * @param shortened the statement with its first row alone
 * @param rows how many there are
 * @param functions what the other rows call, in lower case
 */
record SqliteRowList(String shortened, int rows, Set<String> functions) {

    /** Characters from which a statement is long. */
    private static final int LONG = 10_000;

    private static final Pattern INSERT = Pattern.compile("(?is)\\A\\s*(INSERT|REPLACE)\\b.*");

    /** Null for a statement that is short, or no list of rows. */
    static SqliteRowList in(String sql) {
        boolean candidate =
                sql.length() >= LONG && INSERT.matcher(sql.substring(0, LONG)).matches();
        return candidate ? new Scan(sql).list() : null;
    }

    /** The tree of the shortened statement with all that the rows say. */
    SqlTree counted(SqlTree tree) {
        if (!(tree instanceof SqlTree.Insert insert) || insert.query() != null) {
            return tree;
        }
        Set<String> all = new HashSet<>(insert.functions());
        all.addAll(functions);
        return new SqlTree.Insert(insert.table(), insert.columns(), rows, null, insert.or(), insert.onConflict(), all);
    }

    /** One pass over the tokens. */
    private static final class Scan {

        private final String sql;
        private final Lexer lexer;
        private final Set<String> functions = new HashSet<>();
        private Token token;

        Scan(String sql) {
            this.sql = sql;
            this.lexer = new SQLiteLexer(new TextStream(sql));
            lexer.removeErrorListeners();
            next();
        }

        SqliteRowList list() {
            while (token.getType() != SQLiteLexer.VALUES_) {
                if (token.getType() == Token.EOF || token.getType() == SQLiteLexer.SELECT_) {
                    return null;
                }
                next();
            }
            next();
            int first = row();
            int last = first;
            int rows = 1;
            while (first >= 0 && token.getType() == SQLiteLexer.COMMA) {
                next();
                last = row();
                if (last < 0) {
                    return null;
                }
                rows++;
            }
            return first < 0
                    ? null
                    : new SqliteRowList(sql.substring(0, first + 1) + sql.substring(last + 1), rows, functions);
        }

        /** Offset of the parenthesis that closes the row which begins here; -1 where none does. */
        private int row() {
            int depth = 0;
            do {
                int type = token.getType();
                depth += type == SQLiteLexer.OPEN_PAR ? 1 : type == SQLiteLexer.CLOSE_PAR ? -1 : 0;
                if (depth == 0) {
                    int end = type == SQLiteLexer.CLOSE_PAR ? token.getStartIndex() : -1;
                    next();
                    return end;
                }
                called();
            } while (token.getType() != Token.EOF);
            return -1;
        }

        /** Notes the function that the current word calls, and goes on. */
        private void called() {
            Token word = token;
            next();
            boolean named =
                    token.getType() == SQLiteLexer.OPEN_PAR && Character.isLetter(sql.charAt(word.getStartIndex()));
            boolean current = word.getType() == SQLiteLexer.CURRENT_DATE_
                    || word.getType() == SQLiteLexer.CURRENT_TIME_
                    || word.getType() == SQLiteLexer.CURRENT_TIMESTAMP_;
            if (named || current) {
                functions.add(SqliteText.lower(word.getText()));
            }
        }

        private void next() {
            do {
                token = lexer.nextToken();
            } while (token.getChannel() != Token.DEFAULT_CHANNEL);
        }
    }
}
