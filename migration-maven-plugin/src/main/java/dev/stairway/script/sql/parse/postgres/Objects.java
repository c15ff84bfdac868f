package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AlterdomainstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AlterenumstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AlterseqstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Create_extension_opt_itemContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreatedomainstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreateextensionstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreatematviewstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreatepolicystmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreateschemastmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreateseqstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DefinestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.RefreshmatviewstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.SconstContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ViewstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.With_data_Context;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;

/** Views, sequences, types, schemas and whatever else is made. */
final class Objects {

    private final Source source;

    Objects(Source source) {
        this.source = source;
    }

    SqlTree view(ViewstmtContext written) {
        return new SqlTree.CreateView(
                Names.of(written.qualified_name()),
                new Queries(source).of(written.selectstmt()),
                written.REPLACE() != null,
                false,
                false,
                Tables.temporary(written.opttemp()));
    }

    SqlTree materialized(CreatematviewstmtContext written) {
        return new SqlTree.CreateView(
                Names.of(written.create_mv_target().qualified_name()),
                new Queries(source).of(written.selectstmt()),
                false,
                true,
                filled(written.with_data_()),
                false);
    }

    static SqlTree refresh(RefreshmatviewstmtContext written) {
        return new SqlTree.RefreshView(
                Names.of(written.qualified_name()), written.concurrently_() != null, filled(written.with_data_()));
    }

    private static boolean filled(With_data_Context data) {
        return data == null || data.NO() == null;
    }

    static SqlTree sequence(CreateseqstmtContext written) {
        return new SqlTree.CreateSequence(
                Names.of(written.qualified_name()), written.IF_P() != null, Tables.temporary(written.opttemp()));
    }

    static SqlTree alterSequence(AlterseqstmtContext written) {
        boolean restarts = written.seqoptlist().seqoptelem().stream().anyMatch(option -> option.RESTART() != null);
        return new SqlTree.AlterSequence(Names.of(written.qualified_name()), restarts);
    }

    /** CREATE TYPE, and what shares its syntax. */
    SqlTree define(DefinestmtContext written) {
        ObjectKind kind = Kinds.at(written, written.or_replace_() == null ? 1 : 2);
        if (kind == ObjectKind.TYPE) {
            List<String> values = written.enum_val_list_() == null
                    ? List.of()
                    : values(written.enum_val_list_().enum_val_list().sconst());
            return new SqlTree.CreateType(kind, Names.of(written.any_name(0)), values, List.of());
        }
        ParserRuleContext name = written.func_name() != null
                ? written.func_name()
                : written.any_operator() != null ? written.any_operator() : written.any_name(0);
        return new SqlTree.CreateOther(kind, Names.of(name), written.IF_P() != null);
    }

    private static List<String> values(List<SconstContext> constants) {
        return constants.stream().map(Literals::value).toList();
    }

    SqlTree domain(CreatedomainstmtContext written) {
        Name name = Names.of(written.any_name());
        Columns columns = new Columns(source);
        List<Constraint> constraints = new ArrayList<>(columns.constraints(name, written.colquallist()));
        if (columns.notNull(written.colquallist())) {
            constraints.add(new Constraint(
                    Constraint.Kind.NOT_NULL,
                    null,
                    List.of(),
                    null,
                    null,
                    false,
                    false,
                    null,
                    Source.offset(written.colquallist())));
        }
        return new SqlTree.CreateType(ObjectKind.DOMAIN, name, List.of(), constraints);
    }

    static SqlTree alterEnum(AlterenumstmtContext written) {
        return new SqlTree.AlterEnum(
                Names.of(written.any_name()),
                written.RENAME() != null,
                Literals.value(written.sconst(0)),
                written.if_not_exists_() != null,
                written.BEFORE() != null || written.AFTER() != null);
    }

    SqlTree alterDomain(AlterdomainstmtContext written) {
        Name name = Names.of(written.any_name());
        if (written.tableconstraint() != null) {
            Constraint added = new Constraints(source).ofTable(written.tableconstraint());
            return new SqlTree.AlterDomain(name, "ADD", added.notValid());
        }
        return new SqlTree.AlterDomain(name, domainAction(written), false);
    }

    private static String domainAction(AlterdomainstmtContext written) {
        if (written.alter_column_default() != null) {
            return written.alter_column_default().SET() != null ? "SET DEFAULT" : "DROP DEFAULT";
        } else if (written.NULL_P() != null) {
            return written.SET() != null ? "SET NOT NULL" : "DROP NOT NULL";
        }
        return written.VALIDATE() != null ? "VALIDATE" : "DROP";
    }

    /** Named after its owner where it has no name. */
    static SqlTree schema(CreateschemastmtContext written) {
        ParserRuleContext name = written.colid() != null
                ? written.colid()
                : written.optschemaname() != null ? written.optschemaname() : written.rolespec();
        return new SqlTree.CreateSchema(Names.of(name), written.IF_P() != null);
    }

    SqlTree extension(CreateextensionstmtContext written) {
        String version = "";
        for (Create_extension_opt_itemContext option :
                written.create_extension_opt_list().create_extension_opt_item()) {
            if (option.VERSION_P() != null) {
                version = Literals.unquoted(option.nonreservedword_or_sconst(), source);
            }
        }
        return new SqlTree.CreateExtension(Names.of(written.name()), written.IF_P() != null, version);
    }

    SqlTree policy(CreatepolicystmtContext written) {
        String command = written.rowsecuritydefaultforcmd() == null
                ? "ALL"
                : source.text(written.rowsecuritydefaultforcmd().row_security_cmd())
                        .toUpperCase(Locale.ROOT);
        return new SqlTree.CreatePolicy(Names.of(written.name()), Names.of(written.qualified_name()), command);
    }

    /** By the word behind CREATE and the first name; what has none is only named by its verb. */
    static SqlTree other(ParserRuleContext written) {
        ParserRuleContext name = Altered.object(written);
        if (name == null) {
            return new SqlTree.Other(Verbs.of(written));
        }
        boolean replaces =
                written.getChildCount() > 1 && written.getChild(1).getText().equalsIgnoreCase("ORREPLACE");
        boolean ifNotExists = Source.says(written, dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.EXISTS);
        return new SqlTree.CreateOther(Kinds.at(written, replaces ? 2 : 1), Names.of(name), ifNotExists);
    }
}
