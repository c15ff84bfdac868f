package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.NotUnderstood;
import dev.stairway.script.sql.grammar.Reader;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLLexer;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.RootContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.StmtContext;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.List;

/** Reads statements of PostgreSQL 14 to 18. */
public final class PostgresParser {

    private static final Reader<PostgreSQLParser, RootContext> READER =
            new Reader<>(PostgreSQLLexer::new, PostgreSQLParser::new, PostgreSQLParser::root);

    private static final int LONG = 64 * 1024;

    private PostgresParser() {}

    /**
     * What a statement says. Of an INSERT of more than 64 KB only the first row is read, and the others are counted.
     *
     * @throws NotUnderstood when the grammar refuses it
     */
    public static SqlTree tree(String statement) throws NotUnderstood {
        String sql = PlainText.of(statement);
        LongInsert insert = sql.length() > LONG ? LongInsert.of(sql, READER.lexer(sql)) : null;
        if (insert != null && read(insert.shortened()) instanceof SqlTree.Insert first) {
            return insert.whole(first);
        }
        return read(sql);
    }

    private static SqlTree read(String sql) throws NotUnderstood {
        List<StmtContext> statements = READER.read(sql).stmtblock().stmtmulti().stmt();
        if (statements.isEmpty()) {
            throw new NotUnderstood("it says nothing");
        } else if (statements.size() > 1) {
            throw new NotUnderstood("it is more than one statement");
        }
        return new Statements(new Source(sql)).tree(statements.get(0));
    }
}
