package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Index_elemContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.IndexstmtContext;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Indexes that are made. */
final class Indexes {

    private final Source source;

    Indexes(Source source) {
        this.source = source;
    }

    SqlTree create(IndexstmtContext made) {
        String method = made.access_method_clause() == null
                ? ""
                : Names.of(made.access_method_clause().name()).name();
        return new SqlTree.CreateIndex(
                made.index_name_() == null ? null : Names.of(made.index_name_()),
                Names.of(made.relation_expr().qualified_name()),
                made.index_params().index_elem().stream().map(this::part).toList(),
                made.unique_() != null,
                made.concurrently_() != null,
                made.if_not_exists_() != null,
                made.where_clause() == null
                        ? null
                        : Expressions.of(made.where_clause().a_expr(), source),
                method,
                included(made));
    }

    private IndexPart part(Index_elemContext part) {
        if (part.colid() != null) {
            return new IndexPart(Names.of(part.colid()), null, source.text(part));
        }
        ParserRuleContext expression = part.a_expr() != null ? part.a_expr() : part.func_expr_windowless();
        return new IndexPart(null, Expressions.of(expression, source), source.text(part));
    }

    private static List<Name> included(IndexstmtContext made) {
        return made.include_() == null
                ? List.of()
                : Names.all(made.include_().index_including_params().index_elem());
    }
}
