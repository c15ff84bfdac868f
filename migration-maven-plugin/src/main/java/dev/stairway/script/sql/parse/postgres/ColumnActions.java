package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Alter_table_cmdContext;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction;

/** What ALTER TABLE does with one column. */
final class ColumnActions {

    private final Source source;

    ColumnActions(Source source) {
        this.source = source;
    }

    TableAction action(Alter_table_cmdContext said) {
        int offset = Source.offset(said);
        if (said.columnDef() != null) {
            return new TableAction.AddColumn(new Columns(source).of(said.columnDef()), said.IF_P() != null, offset);
        } else if (said.colid().isEmpty()) {
            return other(said, offset);
        }
        Name column = Names.of(said.colid(0));
        if (said.typename() != null) {
            return type(said, column, offset);
        } else if (said.alter_column_default() != null) {
            return new TableAction.AlterDefault(
                    column, Expressions.of(said.alter_column_default().a_expr(), source), offset);
        } else if (said.ALTER() == null && said.DROP() != null) {
            return new TableAction.DropColumn(column, said.IF_P() != null, TableActions.cascades(said), offset);
        }
        return property(said, column, offset);
    }

    private TableAction type(Alter_table_cmdContext said, Name column, int offset) {
        String collation = said.collate_clause_() == null
                ? ""
                : Names.of(said.collate_clause_().any_name()).name();
        return new TableAction.AlterType(
                column,
                Types.of(said.typename(), source),
                said.alter_using() == null
                        ? null
                        : Expressions.of(said.alter_using().a_expr(), source),
                collation,
                offset);
    }

    private TableAction property(Alter_table_cmdContext said, Name column, int offset) {
        if (said.NULL_P() != null) {
            return new TableAction.AlterNotNull(column, said.SET() != null, offset);
        } else if (said.GENERATED() != null) {
            return new TableAction.AlterIdentity(column, "ADD", false, offset);
        } else if (said.IDENTITY_P() != null) {
            return new TableAction.AlterIdentity(column, "DROP", false, offset);
        } else if (said.alter_identity_column_option_list() != null) {
            boolean restarts = TableActions.restarts(
                    said.alter_identity_column_option_list().alter_identity_column_option());
            return new TableAction.AlterIdentity(column, "SET", restarts, offset);
        }
        return other(said, offset);
    }

    private TableAction other(Alter_table_cmdContext said, int offset) {
        return new TableAction.Other(source.text(said), offset);
    }
}
