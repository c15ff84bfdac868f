package dev.stairway.script.sql.parse.postgres;

import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ENFORCED;
import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.NOT;
import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.VALID;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ColconstraintContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ColconstraintelemContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ColumnlistContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ConstraintattributeElemContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ConstraintattributespecContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ConstraintelemContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Key_actionContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Key_actionsContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Period_columnsContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.TableconstraintContext;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Constraints of tables and of columns. */
final class Constraints {

    private final Source source;

    Constraints(Source source) {
        this.source = source;
    }

    Constraint ofTable(TableconstraintContext written) {
        ConstraintelemContext said = written.constraintelem();
        Expression check = said.CHECK() != null
                ? Expressions.of(said.a_expr(), source)
                : said.exclusionwhereclause() == null
                        ? null
                        : Expressions.of(said.exclusionwhereclause().a_expr(), source);
        return new Constraint(
                kind(said),
                written.name() == null ? null : Names.of(written.name()),
                columns(said, check),
                said.FOREIGN() == null ? null : reference(said),
                check,
                has(said.constraintattributespec(), NOT, VALID),
                has(said.constraintattributespec(), NOT, ENFORCED),
                said.existingindex() == null
                        ? null
                        : Names.of(said.existingindex().name()),
                Source.offset(written));
    }

    private static Kind kind(ConstraintelemContext said) {
        if (said.CHECK() != null) {
            return Kind.CHECK;
        } else if (said.UNIQUE() != null) {
            return Kind.UNIQUE;
        } else if (said.PRIMARY() != null) {
            return Kind.PRIMARY_KEY;
        } else if (said.EXCLUDE() != null) {
            return Kind.EXCLUDE;
        }
        return said.FOREIGN() != null ? Kind.FOREIGN_KEY : Kind.NOT_NULL;
    }

    private List<Name> columns(ConstraintelemContext said, Expression check) {
        if (said.CHECK() != null) {
            return names(check);
        } else if (said.EXCLUDE() != null) {
            return said.exclusionconstraintlist().exclusionconstraintelem().stream()
                    .filter(part -> part.index_elem().colid() != null)
                    .map(part -> Names.of(part.index_elem().colid()))
                    .toList();
        } else if (said.FOREIGN() != null) {
            return columns(said.period_columns(0));
        } else if (said.colid() != null) {
            return List.of(Names.of(said.colid()));
        }
        return columns(said.columnlist());
    }

    private static List<Name> names(Expression check) {
        return check.columns().stream().sorted().map(Names::simple).toList();
    }

    static List<Name> columns(ColumnlistContext list) {
        return list == null ? List.of() : Names.all(list.columnElem());
    }

    private static List<Name> columns(Period_columnsContext list) {
        if (list == null) {
            return List.of();
        }
        List<Name> columns = new ArrayList<>(columns(list.columnlist()));
        if (list.columnElem() != null) {
            columns.add(Names.of(list.columnElem()));
        }
        return columns;
    }

    private Reference reference(ConstraintelemContext said) {
        return new Reference(
                Names.of(said.qualified_name()),
                columns(said.period_columns(1)),
                onDelete(said.key_actions()),
                onUpdate(said.key_actions()));
    }

    /** Null for what is a property of the column. */
    Constraint ofColumn(ColconstraintContext written, Name column) {
        ColconstraintelemContext said = written.colconstraintelem();
        if (said.CHECK() != null) {
            Expression check = Expressions.of(said.a_expr(), source);
            return of(written, Kind.CHECK, names(check), null, check);
        } else if (said.UNIQUE() != null) {
            return of(written, Kind.UNIQUE, List.of(column), null, null);
        } else if (said.PRIMARY() != null) {
            return of(written, Kind.PRIMARY_KEY, List.of(column), null, null);
        } else if (said.REFERENCES() != null) {
            return of(written, Kind.FOREIGN_KEY, List.of(column), reference(said), null);
        }
        return null;
    }

    private Reference reference(ColconstraintelemContext said) {
        return new Reference(
                Names.of(said.qualified_name()),
                said.column_list_() == null
                        ? List.of()
                        : columns(said.column_list_().columnlist()),
                onDelete(said.key_actions()),
                onUpdate(said.key_actions()));
    }

    private static Constraint of(
            ColconstraintContext written, Kind kind, List<Name> columns, Reference to, Expression check) {
        Name name = written.name() == null ? null : Names.of(written.name());
        return new Constraint(kind, name, columns, to, check, false, false, null, Source.offset(written));
    }

    static Constraint notEnforced(Constraint c) {
        return new Constraint(
                c.kind(),
                c.name(),
                c.columns(),
                c.references(),
                c.check(),
                c.notValid(),
                true,
                c.usingIndex(),
                c.offset());
    }

    private String onDelete(Key_actionsContext actions) {
        return actions == null || actions.key_delete() == null
                ? ""
                : action(actions.key_delete().key_action());
    }

    private String onUpdate(Key_actionsContext actions) {
        return actions == null || actions.key_update() == null
                ? ""
                : action(actions.key_update().key_action());
    }

    private String action(Key_actionContext action) {
        String words = action.column_list_() == null
                ? source.text(action)
                : source.text(action).substring(0, Source.offset(action.column_list_()) - Source.offset(action));
        return words.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    private static boolean has(ConstraintattributespecContext attributes, int first, int second) {
        if (attributes == null) {
            return false;
        }
        for (ConstraintattributeElemContext attribute : attributes.constraintattributeElem()) {
            if (Source.says(attribute, first) && Source.says(attribute, second)) {
                return true;
            }
        }
        return false;
    }
}
