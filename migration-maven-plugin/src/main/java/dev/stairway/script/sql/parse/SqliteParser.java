package dev.stairway.script.sql.parse;

import dev.stairway.script.sql.grammar.NotUnderstood;
import dev.stairway.script.sql.grammar.Reader;
import dev.stairway.script.sql.grammar.sqlite.SQLiteLexer;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.StatementContext;
import dev.stairway.script.sql.tree.SqlTree;

/** Reads statements of SQLite. */
final class SqliteParser {

    private static final Reader<SQLiteParser, StatementContext> READER =
            new Reader<>(SQLiteLexer::new, SQLiteParser::new, SQLiteParser::statement);

    private SqliteParser() {}

    static SqlTree tree(String sql) throws NotUnderstood {
        SqliteRowList list = SqliteRowList.in(sql);
        if (list == null) {
            return read(sql);
        }
        return list.counted(read(list.shortened()));
    }

    private static SqlTree read(String sql) throws NotUnderstood {
        return new SqliteTrees(sql).of(READER.read(sql).sql_stmt());
    }
}
