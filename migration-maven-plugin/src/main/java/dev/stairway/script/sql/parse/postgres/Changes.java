package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Common_table_exprContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DeletestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Insert_restContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.InsertstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.PreparablestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.SelectstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Set_clauseContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Set_targetContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Simple_select_pramaryContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.TruncatestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.UpdatestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Where_or_current_clauseContext;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.Delete;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import dev.stairway.script.sql.tree.SqlTree.Update;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/** Rows that are added, changed and removed. */
final class Changes {

    private final Source source;

    Changes(Source source) {
        this.source = source;
    }

    SqlTree insert(InsertstmtContext written) {
        Insert_restContext rest = written.insert_rest();
        SelectstmtContext query = rest.selectstmt();
        Simple_select_pramaryContext first = query == null ? null : Queries.first(Queries.outer(query));
        boolean values = query == null || first.values_clause() != null;
        int rows =
                query == null ? 1 : values ? first.values_clause().OPEN_PAREN().size() : 0;
        return new Insert(
                Names.of(written.insert_target().qualified_name()),
                columns(rest),
                rows,
                values ? null : new Queries(source).of(query, written),
                "",
                written.on_conflict_() != null,
                Expressions.functions(written));
    }

    private static List<Name> columns(Insert_restContext rest) {
        return rest.insert_column_list() == null
                ? List.of()
                : rest.insert_column_list().insert_column_item().stream()
                        .map(item -> Names.of(item.colid()))
                        .toList();
    }

    SqlTree update(UpdatestmtContext written) {
        List<Name> columns = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        Set<String> functions = new HashSet<>();
        for (Set_clauseContext clause : written.set_clause_list().set_clause()) {
            Expression value = Expressions.of(clause.a_expr(), source);
            functions.addAll(value.functions());
            for (Set_targetContext target : targets(clause)) {
                columns.add(Names.of(target.colid()));
                values.add(value);
            }
        }
        return new Update(
                Names.of(written.relation_expr_opt_alias().relation_expr().qualified_name()),
                List.copyOf(columns),
                List.copyOf(values),
                where(written.where_or_current_clause()),
                false,
                Set.copyOf(functions));
    }

    private static List<Set_targetContext> targets(Set_clauseContext clause) {
        return clause.set_target() != null
                ? List.of(clause.set_target())
                : clause.set_target_list().set_target();
    }

    SqlTree delete(DeletestmtContext written) {
        return new Delete(
                Names.of(written.relation_expr_opt_alias().relation_expr().qualified_name()),
                where(written.where_or_current_clause()),
                false);
    }

    /** WHERE CURRENT OF is a condition, too: it is about one row. */
    private Expression where(Where_or_current_clauseContext where) {
        if (where == null) {
            return null;
        }
        ParserRuleContext condition = where.a_expr() != null ? where.a_expr() : where;
        return Expressions.of(condition, source);
    }

    SqlTree truncate(TruncatestmtContext written) {
        return new SqlTree.Truncate(
                written.relation_expr_list().relation_expr().stream()
                        .map(relation -> Names.of(relation.qualified_name()))
                        .toList(),
                written.drop_behavior_() != null && written.drop_behavior_().CASCADE() != null,
                written.restart_seqs_() != null && written.restart_seqs_().RESTART() != null);
    }

    /** What the first CTE that changes rows does; null where none does. */
    SqlTree inside(SelectstmtContext query) {
        for (Common_table_exprContext named : Source.all(query, Common_table_exprContext.class)) {
            PreparablestmtContext part = named.preparablestmt();
            if (part.insertstmt() != null) {
                return insert(part.insertstmt());
            } else if (part.updatestmt() != null) {
                return update(part.updatestmt());
            } else if (part.deletestmt() != null) {
                return delete(part.deletestmt());
            } else if (part.mergestmt() != null) {
                return new SqlTree.Other("MERGE");
            }
        }
        return null;
    }
}
