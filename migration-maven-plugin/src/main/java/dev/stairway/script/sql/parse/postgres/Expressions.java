package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AexprconstContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ColumnrefContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Func_applicationContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Func_expr_common_subexprContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.IndirectionContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Json_aggregate_funcContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Select_with_parensContext;
import dev.stairway.script.sql.tree.Expression;
import java.util.LinkedHashSet;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Expressions by what they call and refer to. */
final class Expressions {

    /** Of those with a syntax of their own: what does nothing but change the type. */
    private static final Set<String> NO_FUNCTIONS = Set.of("cast", "treat", "collation");

    private Expressions() {}

    /** @param part null gives null */
    static Expression of(ParserRuleContext part, Source source) {
        if (part == null) {
            return null;
        }
        return new Expression(
                source.text(part),
                functions(part),
                columns(part),
                literal(part),
                Source.holds(part, Select_with_parensContext.class),
                Source.offset(part));
    }

    static Set<String> functions(ParseTree part) {
        Set<String> functions = new LinkedHashSet<>();
        for (Func_applicationContext call : Source.all(part, Func_applicationContext.class)) {
            functions.add(Names.of(call.func_name()).name());
        }
        for (Func_expr_common_subexprContext call : Source.all(part, Func_expr_common_subexprContext.class)) {
            addKeyword(functions, call);
        }
        for (Json_aggregate_funcContext call : Source.all(part, Json_aggregate_funcContext.class)) {
            addKeyword(functions, call);
        }
        return functions;
    }

    private static void addKeyword(Set<String> functions, ParserRuleContext call) {
        String name = Names.folded(call.getStart().getText());
        if (!NO_FUNCTIONS.contains(name)) {
            functions.add(name);
        }
    }

    private static Set<String> columns(ParserRuleContext part) {
        Set<String> columns = new LinkedHashSet<>();
        for (ColumnrefContext reference : Source.all(part, ColumnrefContext.class)) {
            IndirectionContext behind = reference.indirection();
            boolean star = behind != null && behind.getText().endsWith(".*");
            if (!star) {
                columns.add(Names.of(reference).name());
            }
        }
        return columns;
    }

    /** Down through signs, casts and parentheses while there is but one thing to go to. */
    private static boolean literal(ParserRuleContext part) {
        ParseTree at = part;
        while (at != null) {
            if (at instanceof AexprconstContext) {
                return true;
            }
            at = onlyOperand(at);
        }
        return false;
    }

    private static ParseTree onlyOperand(ParseTree at) {
        if (at instanceof ParserRuleContext rule && casts(rule)) {
            return firstRule(rule);
        }
        ParseTree only = null;
        for (int i = 0; i < at.getChildCount(); i++) {
            ParseTree child = at.getChild(i);
            boolean nothing = child.getChildCount() == 0 && child instanceof ParserRuleContext;
            if (nothing || child instanceof TerminalNode sign && transparent(sign)) {
                continue;
            }
            if (only != null) {
                return null;
            }
            only = child;
        }
        return only instanceof TerminalNode ? null : only;
    }

    private static boolean transparent(TerminalNode sign) {
        return switch (sign.getText()) {
            case "(", ")", "+", "-" -> true;
            default -> false;
        };
    }

    /** {@code x::type} and {@code CAST(x AS type)}. */
    private static boolean casts(ParserRuleContext rule) {
        if (rule.getChildCount() < 3) {
            return false;
        }
        return rule.getChild(1) instanceof TerminalNode sign && sign.getText().equals("::")
                || rule instanceof Func_expr_common_subexprContext call && call.CAST() != null;
    }

    private static ParseTree firstRule(ParserRuleContext rule) {
        return rule.getRuleContext(ParserRuleContext.class, 0);
    }
}
