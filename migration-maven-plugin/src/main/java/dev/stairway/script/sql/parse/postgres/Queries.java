package dev.stairway.script.sql.parse.postgres;

import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DOT;
import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.STAR;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.C_expr_existsContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Common_table_exprContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Relation_exprContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Select_no_parensContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.SelectstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Simple_select_pramaryContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Table_refContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Target_elContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Target_starContext;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Queries by what they read. */
final class Queries {

    private final Source source;

    Queries(Source source) {
        this.source = source;
    }

    Query of(SelectstmtContext query) {
        return of(query, query);
    }

    /** @param whole the statement that the query is most of, with CTEs that stand before another word */
    Query of(SelectstmtContext query, ParserRuleContext whole) {
        Select_no_parensContext outer = outer(query);
        return new Query(
                tables(whole),
                star(query),
                where(outer),
                limited(outer),
                Expressions.functions(whole),
                source.text(query),
                Source.offset(query));
    }

    /** Tables that a part of a statement reads; what it gives a name itself is none. */
    List<Name> tables(ParserRuleContext part) {
        Set<String> own = new HashSet<>();
        for (Common_table_exprContext named : Source.all(part, Common_table_exprContext.class)) {
            own.add(Names.of(named.name()).name());
        }
        List<Name> tables = new ArrayList<>();
        for (Relation_exprContext relation : Source.all(part, Relation_exprContext.class)) {
            Name name = Names.of(relation.qualified_name());
            boolean read = relation.getParent() instanceof Table_refContext
                    || relation.getParent() instanceof Simple_select_pramaryContext;
            boolean isOwn = name.schema().isEmpty() && own.contains(name.name());
            if (read && !isOwn && !tables.contains(name)) {
                tables.add(name);
            }
        }
        return tables;
    }

    /** The query inside of all parentheses around it. */
    static Select_no_parensContext outer(SelectstmtContext query) {
        Select_no_parensContext outer = query.select_no_parens();
        Simple_select_pramaryContext first = first(outer);
        while (first.select_with_parens() != null && alone(outer)) {
            outer = first.select_with_parens().select_no_parens();
            first = first(outer);
        }
        return outer;
    }

    private static boolean alone(Select_no_parensContext query) {
        return query.getChildCount() == 1
                && query.select_clause().getChildCount() == 1
                && query.select_clause().simple_select_intersect(0).getChildCount() == 1;
    }

    /** The first of the queries that UNION and the like put together. */
    static Simple_select_pramaryContext first(Select_no_parensContext query) {
        return query.select_clause().simple_select_intersect(0).simple_select_pramary(0);
    }

    private Expression where(Select_no_parensContext outer) {
        Simple_select_pramaryContext first = first(outer);
        return first.where_clause() == null
                ? null
                : Expressions.of(first.where_clause().a_expr(), source);
    }

    private static boolean limited(Select_no_parensContext outer) {
        return outer.select_limit() != null || outer.select_limit_() != null;
    }

    /** Whether rows exist does not depend on their columns. */
    private static boolean star(SelectstmtContext query) {
        for (Target_elContext target : Source.all(query, Target_elContext.class)) {
            if ((target instanceof Target_starContext || endsInStar(target)) && !inExists(target, query)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsInStar(Target_elContext target) {
        List<Token> tokens = Source.tokens(target);
        int size = tokens.size();
        return size > 2
                && tokens.get(size - 1).getType() == STAR
                && tokens.get(size - 2).getType() == DOT;
    }

    private static boolean inExists(ParserRuleContext target, ParserRuleContext query) {
        for (ParseTree at = target; at != null && at != query; at = at.getParent()) {
            if (at instanceof C_expr_existsContext) {
                return true;
            }
        }
        return false;
    }
}
