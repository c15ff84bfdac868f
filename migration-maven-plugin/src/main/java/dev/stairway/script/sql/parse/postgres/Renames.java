package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AlterobjectschemastmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.RenamestmtContext;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterObject;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** RENAME and SET SCHEMA of everything. Columns of views are told as those of tables. */
final class Renames {

    private final Source source;

    Renames(Source source) {
        this.source = source;
    }

    SqlTree rename(RenamestmtContext written) {
        ObjectKind kind = Kinds.at(written, 1);
        boolean table = kind == ObjectKind.TABLE;
        ParserRuleContext object = object(written);
        int names = written.name().size();
        if (written.CONSTRAINT() != null && table) {
            return table(
                    written,
                    new TableAction.RenameConstraint(
                            Names.of(written.name(0)), Names.of(written.name(1)), place(written)));
        } else if (written.CONSTRAINT() != null || written.ATTRIBUTE() != null) {
            return new AlterObject(kind, Names.of(object), source.textBehind(object, written));
        } else if (names == 2 && relation(written) != null && isOfRelation(kind)) {
            return table(
                    written,
                    new TableAction.RenameColumn(Names.of(written.name(0)), Names.of(written.name(1)), place(written)));
        } else if (table) {
            return table(written, new TableAction.RenameTable(Names.of(written.name(0)), place(written)));
        }
        return new SqlTree.Rename(kind, Names.of(object), to(written));
    }

    private static boolean isOfRelation(ObjectKind kind) {
        return switch (kind) {
            case TABLE, VIEW, MATERIALIZED_VIEW, OTHER -> true;
            default -> false;
        };
    }

    private static Name to(RenamestmtContext written) {
        return written.roleid().isEmpty()
                ? Names.of(written.name(written.name().size() - 1))
                : Names.of(written.roleid(1));
    }

    private static int place(RenamestmtContext written) {
        return written.RENAME().getSymbol().getStartIndex();
    }

    private static SqlTree table(RenamestmtContext written, TableAction action) {
        return new AlterTable(Names.of(relation(written)), written.IF_P() != null, List.of(action));
    }

    private static ParserRuleContext relation(RenamestmtContext written) {
        return written.relation_expr() != null ? written.relation_expr().qualified_name() : written.qualified_name();
    }

    /** What gets another name: of a trigger, a rule or a policy its name, not its table's. */
    private static ParserRuleContext object(RenamestmtContext written) {
        if (written.ON() != null) {
            return written.name(0);
        } else if (relation(written) != null) {
            return relation(written);
        } else if (written.any_name() != null) {
            return written.any_name();
        } else if (written.function_with_argtypes() != null) {
            return written.function_with_argtypes();
        } else if (written.aggregate_with_argtypes() != null) {
            return written.aggregate_with_argtypes();
        }
        return written.roleid().isEmpty() ? written.name(0) : written.roleid(0);
    }

    SqlTree schema(AlterobjectschemastmtContext written) {
        ObjectKind kind = Kinds.at(written, 1);
        if (kind == ObjectKind.TABLE) {
            int offset = written.SET().getSymbol().getStartIndex();
            String schema = Names.of(written.name(written.name().size() - 1)).name();
            return new AlterTable(
                    Names.of(written.relation_expr().qualified_name()),
                    written.IF_P() != null,
                    List.of(new TableAction.SetSchema(schema, offset)));
        }
        ParserRuleContext object = Altered.object(written);
        return new AlterObject(kind, Names.of(object), source.textBehind(object, written));
    }
}
