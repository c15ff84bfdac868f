package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Aggregate_with_argtypesContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Any_nameContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Function_with_argtypesContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.NameContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Operator_with_argtypesContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Qualified_nameContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Relation_exprContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.RolespecContext;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterObject;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** ALTER of whatever no other class tells: its kind, its name and the rest as it is written. */
final class Altered {

    private static final List<Class<? extends ParserRuleContext>> NAMES = List.of(
            Qualified_nameContext.class,
            Relation_exprContext.class,
            Any_nameContext.class,
            Function_with_argtypesContext.class,
            Aggregate_with_argtypesContext.class,
            Operator_with_argtypesContext.class,
            NameContext.class,
            RolespecContext.class);

    private final Source source;

    Altered(Source source) {
        this.source = source;
    }

    SqlTree any(ParserRuleContext written) {
        ParserRuleContext object = object(written);
        if (object == null) {
            return new SqlTree.Other(Verbs.of(written));
        }
        return new AlterObject(Kinds.at(written, 1), Names.of(object), source.textBehind(object, written));
    }

    /** The first part that is a name, of those right below; null where there is none. */
    static ParserRuleContext object(ParserRuleContext written) {
        for (int i = 0; i < written.getChildCount(); i++) {
            if (written.getChild(i) instanceof ParserRuleContext part && NAMES.contains(part.getClass())) {
                return part instanceof Relation_exprContext relation ? relation.qualified_name() : part;
            }
        }
        return null;
    }
}
