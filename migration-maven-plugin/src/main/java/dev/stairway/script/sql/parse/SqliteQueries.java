package dev.stairway.script.sql.parse;

import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Common_table_expressionContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.ExprContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.In_tableContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Result_columnContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Select_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Table_or_subqueryContext;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.Query;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Queries of SQLite by what they read. */
final class SqliteQueries {

    private final SqliteText text;
    private final SqliteExpressions expressions;

    SqliteQueries(SqliteText text, SqliteExpressions expressions) {
        this.text = text;
        this.expressions = expressions;
    }

    /** Null of null. */
    Query of(Select_stmtContext select) {
        return select == null ? null : of(select, select);
    }

    /** @param whole what stands around the query, with what it calls a table for itself: a WITH before an INSERT */
    Query of(Select_stmtContext select, ParserRuleContext whole) {
        ExprContext where = select.select_core(0).where_expr;
        return new Query(
                List.copyOf(tables(whole).values()),
                star(select),
                expressions.of(where),
                select.limit_clause() != null,
                expressions.functions(select),
                text.of(select),
                text.offset(select));
    }

    private static Map<String, Name> tables(ParserRuleContext whole) {
        Map<String, Name> found = new LinkedHashMap<>();
        Set<String> own = new HashSet<>();
        SqliteWalk.through(whole, tree -> {
            table(tree, found);
            if (tree instanceof Common_table_expressionContext with) {
                own.add(SqliteText.lower(
                        SqliteText.bare(with.cte_table_name().table_name().getText())));
            }
            return true;
        });
        found.values().removeIf(name -> name.schema().isEmpty() && own.contains(SqliteText.lower(name.name())));
        return found;
    }

    private static void table(ParseTree tree, Map<String, Name> found) {
        Name name = null;
        if (tree instanceof Table_or_subqueryContext from && from.table_name() != null) {
            name = SqliteText.name(from.schema_name(), from.table_name());
        } else if (tree instanceof In_tableContext in) {
            name = SqliteText.name(in.schema_name(), in.table_name());
        }
        if (name != null) {
            found.putIfAbsent(SqliteText.lower(name.schema() + "." + name.name()), name);
        }
    }

    private static boolean star(Select_stmtContext select) {
        boolean[] found = new boolean[1];
        SqliteWalk.through(select, tree -> {
            found[0] |= tree instanceof Result_columnContext column && column.STAR() != null;
            return true;
        });
        return found[0];
    }
}
