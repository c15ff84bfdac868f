package dev.stairway.script.sql.parse;

import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Column_refContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Default_valueContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.ExprContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Expr_operandContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Expr_partContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Function_callContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Literal_valueContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Select_stmtContext;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Expressions of SQLite by what they refer to. */
final class SqliteExpressions {

    private final SqliteText text;

    SqliteExpressions(SqliteText text) {
        this.text = text;
    }

    /** Null of null. */
    Expression of(ExprContext expr) {
        return expr == null ? null : of(expr, literal(expr));
    }

    /** A default in parentheses is told without them. */
    Expression of(Default_valueContext value) {
        if (value.expr() != null) {
            return of(value.expr());
        }
        Literal_valueContext literal = value.literal_value();
        boolean computed = literal != null && current(literal);
        return of(value, !computed);
    }

    /** Functions that anything calls, in lower case. */
    Set<String> functions(ParserRuleContext part) {
        Set<String> functions = new HashSet<>();
        SqliteWalk.through(part, tree -> {
            function(tree, functions);
            return true;
        });
        return functions;
    }

    /** The column that an expression is, and nothing else; null otherwise. A collation may follow. */
    static Name column(ExprContext expr) {
        if (expr.expr_part().size() != 1) {
            return null;
        }
        Expr_partContext part = expr.expr_part(0);
        boolean alone = part.getChild(0) == part.expr_operand()
                && part.expr_suffix().stream().allMatch(suffix -> suffix.COLLATE_() != null);
        Expr_operandContext operand = part.expr_operand();
        if (alone && operand.column_ref() != null && operand.column_ref().DOT().isEmpty()) {
            return SqliteText.name(operand.column_ref());
        }
        boolean string = alone
                && operand.literal_value() != null
                && operand.literal_value().STRING_LITERAL() != null;
        return string ? SqliteText.name(operand.literal_value()) : null;
    }

    private Expression of(ParserRuleContext part, boolean literal) {
        Set<String> functions = new HashSet<>();
        Set<String> columns = new LinkedHashSet<>();
        boolean[] subquery = new boolean[1];
        SqliteWalk.through(part, tree -> {
            function(tree, functions);
            subquery[0] |= tree instanceof Select_stmtContext;
            if (tree instanceof Column_refContext column) {
                columns.add(SqliteText.bare(last(column)));
            }
            return true;
        });
        return new Expression(text.of(part), functions, columns, literal, subquery[0], text.offset(part));
    }

    private static void function(ParseTree tree, Set<String> functions) {
        if (tree instanceof Function_callContext call) {
            functions.add(SqliteText.lower(SqliteText.bare(call.function_name().getText())));
        } else if (tree instanceof Literal_valueContext literal && current(literal)) {
            functions.add(SqliteText.lower(literal.getText()));
        }
    }

    private static String last(Column_refContext column) {
        return column.getChild(column.getChildCount() - 1).getText();
    }

    private static boolean current(Literal_valueContext literal) {
        return literal.CURRENT_DATE_() != null
                || literal.CURRENT_TIME_() != null
                || literal.CURRENT_TIMESTAMP_() != null;
    }

    /** A literal may have a sign, parentheses and a cast around it. */
    private static boolean literal(ExprContext expr) {
        ExprContext inner = expr;
        while (inner.expr_part().size() == 1) {
            Expr_partContext part = inner.expr_part(0);
            Expr_operandContext operand = part.expr_operand();
            if (!part.NOT_().isEmpty() || !part.expr_suffix().isEmpty()) {
                return false;
            }
            if (operand.literal_value() != null) {
                return !current(operand.literal_value());
            }
            boolean wraps = operand.expr().size() == 1 && operand.CASE_() == null;
            if (!wraps) {
                return false;
            }
            inner = operand.expr(0);
        }
        return false;
    }
}
