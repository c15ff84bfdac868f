package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ColumnOptionsContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Create_as_targetContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreateasstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreatestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ExecutestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.OpttempContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.OpttempTableNameContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.OpttypedtableelementlistContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.SelectstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.TableelementContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.TypedtableelementContext;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.Query;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tables that are made. */
final class Tables {

    private final Source source;
    private final Columns columns;
    private final Constraints constraints;

    Tables(Source source) {
        this.source = source;
        this.columns = new Columns(source);
        this.constraints = new Constraints(source);
    }

    SqlTree create(CreatestmtContext made) {
        List<Column> own = new ArrayList<>();
        List<Constraint> apart = new ArrayList<>();
        if (made.opttableelementlist() != null) {
            for (TableelementContext part :
                    made.opttableelementlist().tableelementlist().tableelement()) {
                add(part, own, apart);
            }
        }
        addTyped(made.opttypedtableelementlist(), apart);
        return new CreateTable(
                Names.of(made.qualified_name(0)),
                made.IF_P() != null,
                temporary(made.opttemp()),
                unlogged(made.opttemp()),
                own,
                apart,
                made.PARTITION() == null ? null : Names.of(made.qualified_name(1)),
                made.optpartitionspec() != null,
                null,
                false,
                false);
    }

    private void add(TableelementContext part, List<Column> own, List<Constraint> apart) {
        if (part.columnDef() != null) {
            own.add(columns.of(part.columnDef()));
        } else if (part.tableconstraint() != null) {
            apart.add(constraints.ofTable(part.tableconstraint()));
        }
    }

    /** Columns of a typed table or a partition have no type here: only their constraints are told, as the table's. */
    private void addTyped(OpttypedtableelementlistContext list, List<Constraint> apart) {
        if (list == null) {
            return;
        }
        for (TypedtableelementContext part : list.typedtableelementlist().typedtableelement()) {
            ColumnOptionsContext column = part.columnOptions();
            if (column != null) {
                apart.addAll(columns.constraints(Names.of(column.colid()), column.colquallist()));
            } else {
                apart.add(constraints.ofTable(part.tableconstraint()));
            }
        }
    }

    SqlTree createAs(CreateasstmtContext made) {
        Query query = new Queries(source).of(made.selectstmt());
        return as(made.create_as_target(), made.IF_P() != null, made.opttemp(), query);
    }

    /** From what was prepared: what it reads is not known here. */
    SqlTree createAsPrepared(ExecutestmtContext made) {
        Query query = new Query(List.of(), false, null, false, Set.of(), source.text(made), Source.offset(made));
        return as(made.create_as_target(), made.IF_P() != null, made.opttemp(), query);
    }

    private static SqlTree as(Create_as_targetContext target, boolean ifNotExists, OpttempContext kind, Query query) {
        return from(Names.of(target.qualified_name()), ifNotExists, temporary(kind), unlogged(kind), query);
    }

    private static SqlTree from(Name table, boolean ifNotExists, boolean temporary, boolean unlogged, Query query) {
        return new CreateTable(
                table, ifNotExists, temporary, unlogged, List.of(), List.of(), null, false, query, false, false);
    }

    /** SELECT ... INTO. */
    SqlTree selectInto(SelectstmtContext query, OpttempTableNameContext into) {
        boolean temporary = into.TEMP() != null || into.TEMPORARY() != null;
        return from(
                Names.of(into.qualified_name()),
                false,
                temporary,
                into.UNLOGGED() != null,
                new Queries(source).of(query));
    }

    static boolean temporary(OpttempContext kind) {
        return kind != null && kind.UNLOGGED() == null;
    }

    private static boolean unlogged(OpttempContext kind) {
        return kind != null && kind.UNLOGGED() != null;
    }
}
