package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Func_applicationContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Func_arg_exprContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Generic_resetContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.LockstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Reset_restContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.SelectstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Set_restContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Set_rest_moreContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Simple_select_pramaryContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.TransactionstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.VariableresetstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.VariablesetstmtContext;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.SetParameter;
import dev.stairway.script.sql.tree.SqlTree.Transaction;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/** Transactions, parameters and locks. */
final class Sessions {

    private final Source source;

    Sessions(Source source) {
        this.source = source;
    }

    static SqlTree transaction(TransactionstmtContext written) {
        if (written.PREPARE() != null || written.PREPARED() != null) {
            return new SqlTree.Other(written.getStart().getText().toUpperCase(Locale.ROOT) + " PREPARED");
        } else if (written.SAVEPOINT() != null
                && written.getStart().getType()
                        == written.SAVEPOINT().getSymbol().getType()) {
            return new Transaction("SAVEPOINT");
        } else if (written.RELEASE() != null) {
            return new Transaction("RELEASE");
        } else if (written.TO() != null) {
            return new Transaction("ROLLBACK TO");
        } else if (written.ROLLBACK() != null || written.ABORT_P() != null) {
            return new Transaction("ROLLBACK");
        }
        return new Transaction(written.COMMIT() != null || written.END_P() != null ? "COMMIT" : "BEGIN");
    }

    SqlTree set(VariablesetstmtContext written) {
        Set_restContext rest = written.set_rest();
        if (rest.set_rest_more() == null || rest.set_rest_more().TRANSACTION() != null) {
            return new SqlTree.Other("SET TRANSACTION");
        }
        return setting(rest.set_rest_more(), written.LOCAL() != null);
    }

    /** What has a syntax of its own by the parameter that it sets. */
    SetParameter setting(Set_rest_moreContext said, boolean local) {
        if (said.generic_set() != null) {
            boolean resets = said.generic_set().DEFAULT() != null;
            String value = resets ? "" : Literals.unquoted(said.generic_set().var_list(), source);
            return new SetParameter(parameter(said.generic_set().var_name()), value, local, resets);
        } else if (said.var_name() != null) {
            return new SetParameter(parameter(said.var_name()), "", local, false);
        } else if (said.zone_value() != null) {
            return new SetParameter("timezone", Literals.unquoted(said.zone_value(), source), local, false);
        } else if (said.nonreservedword_or_sconst() != null) {
            String parameter = said.ROLE() != null ? "role" : "session_authorization";
            return new SetParameter(
                    parameter, Literals.unquoted(said.nonreservedword_or_sconst(), source), local, false);
        } else if (said.NAMES() != null) {
            String value = said.encoding_() == null ? "" : Literals.unquoted(said.encoding_(), source);
            return new SetParameter("client_encoding", value, local, said.encoding_() == null);
        }
        String parameter = said.SCHEMA() != null ? "search_path" : said.XML_P() != null ? "xmloption" : "catalog";
        String value = said.sconst() == null ? source.text(said.document_or_content()) : Literals.value(said.sconst());
        return new SetParameter(parameter, value, local, false);
    }

    private String parameter(ParserRuleContext name) {
        return source.text(name).toLowerCase(Locale.ROOT).replace("\"", "");
    }

    SqlTree reset(VariableresetstmtContext written) {
        Reset_restContext rest = written.reset_rest();
        Generic_resetContext generic = rest.generic_reset();
        String parameter = rest.ZONE() != null
                ? "timezone"
                : rest.ISOLATION() != null
                        ? "transaction_isolation"
                        : generic == null ? "session_authorization" : parameter(generic);
        return new SetParameter(parameter, "", false, true);
    }

    /** {@code SELECT set_config('name', 'value', is_local)} and nothing else; null for any other query. */
    SqlTree setConfig(SelectstmtContext query) {
        Simple_select_pramaryContext only = Queries.first(Queries.outer(query));
        List<Func_applicationContext> calls = Source.all(only, Func_applicationContext.class);
        boolean alone = only.from_clause() == null && calls.size() == 1;
        if (!alone
                || !Names.of(calls.get(0).func_name()).is("set_config")
                || calls.get(0).func_arg_list() == null) {
            return null;
        }
        List<Func_arg_exprContext> arguments = calls.get(0).func_arg_list().func_arg_expr();
        if (arguments.size() != 3 || !source.text(arguments.get(0)).startsWith("'")) {
            return null;
        }
        return new SetParameter(
                Literals.unquoted(arguments.get(0), source).toLowerCase(Locale.ROOT),
                Literals.unquoted(arguments.get(1), source),
                Set.of("true", "'t'", "'true'", "'on'", "'1'")
                        .contains(source.text(arguments.get(2)).toLowerCase(Locale.ROOT)),
                false);
    }

    SqlTree lock(LockstmtContext written) {
        String mode = written.lock_() == null
                ? "ACCESS EXCLUSIVE"
                : source.text(written.lock_().lock_type())
                        .replaceAll("\\s+", " ")
                        .toUpperCase(Locale.ROOT);
        return new SqlTree.LockTable(
                written.relation_expr_list().relation_expr().stream()
                        .map(relation -> Names.of(relation.qualified_name()))
                        .toList(),
                mode,
                written.nowait_() != null);
    }
}
