package dev.stairway.script.sql.parse;

import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Column_constraintContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Column_defContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.ExprContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Foreign_key_actionContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Foreign_key_clauseContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Indexed_columnContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.NameContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Table_constraintContext;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Columns and constraints of SQLite as they are declared. */
final class SqliteColumns {

    private final SqliteText text;
    private final SqliteExpressions expressions;

    SqliteColumns(SqliteText text, SqliteExpressions expressions) {
        this.text = text;
        this.expressions = expressions;
    }

    Column of(Column_defContext column) {
        Name name = SqliteText.name(column.column_name());
        boolean notNull = false;
        boolean stored = false;
        boolean identity = false;
        Expression value = null;
        Expression generated = null;
        String collation = "";
        List<Constraint> constraints = new ArrayList<>();
        for (Column_constraintContext one : column.column_constraint()) {
            notNull |= one.NOT_() != null && one.NULL_() != null;
            identity |= one.AUTOINCREMENT_() != null;
            if (one.default_value() != null) {
                value = expressions.of(one.default_value());
            } else if (one.AS_() != null) {
                generated = expressions.of(one.expr());
                stored = one.STORED_() != null;
            } else if (one.collation_name() != null) {
                collation = SqliteText.bare(one.collation_name().getText());
            } else {
                add(constraints, of(one, name));
            }
        }
        return new Column(
                name,
                SqliteTypes.of(column.type_name(), text),
                notNull,
                value,
                generated,
                stored,
                identity,
                collation,
                constraints,
                text.offset(column));
    }

    private static void add(List<Constraint> constraints, Constraint constraint) {
        if (constraint != null) {
            constraints.add(constraint);
        }
    }

    /** Null for what is none here: NULL, NOT NULL, and when a key is checked. */
    private Constraint of(Column_constraintContext one, Name column) {
        Name name = name(one.name());
        int offset = text.offset(one);
        if (one.PRIMARY_() != null) {
            return constraint(Kind.PRIMARY_KEY, name, List.of(column), null, offset);
        } else if (one.UNIQUE_() != null) {
            return constraint(Kind.UNIQUE, name, List.of(column), null, offset);
        } else if (one.CHECK_() != null) {
            return check(name, one.expr(), offset);
        } else if (one.foreign_key_clause() != null) {
            return constraint(Kind.FOREIGN_KEY, name, List.of(column), one.foreign_key_clause(), offset);
        }
        return null;
    }

    Constraint of(Table_constraintContext one) {
        Name name = name(one.name());
        int offset = text.offset(one);
        if (one.CHECK_() != null) {
            return check(name, one.expr(), offset);
        } else if (one.FOREIGN_() != null) {
            List<Name> columns =
                    one.column_name().stream().map(SqliteText::name).toList();
            return constraint(Kind.FOREIGN_KEY, name, columns, one.foreign_key_clause(), offset);
        }
        List<Name> columns = one.indexed_column().stream()
                .map(Indexed_columnContext::expr)
                .map(SqliteExpressions::column)
                .filter(Objects::nonNull)
                .toList();
        return constraint(one.PRIMARY_() != null ? Kind.PRIMARY_KEY : Kind.UNIQUE, name, columns, null, offset);
    }

    /** A check is about the columns that it refers to. */
    Constraint check(Name name, ExprContext expr, int offset) {
        Expression check = expressions.of(expr);
        List<Name> columns = check.columns().stream()
                .sorted()
                .map(column -> new Name("", column, column, false))
                .toList();
        return new Constraint(Kind.CHECK, name, columns, null, check, false, false, null, offset);
    }

    private static Constraint constraint(
            Kind kind, Name name, List<Name> columns, Foreign_key_clauseContext references, int offset) {
        Reference reference = references == null ? null : reference(references);
        return new Constraint(kind, name, columns, reference, null, false, false, null, offset);
    }

    private static Reference reference(Foreign_key_clauseContext references) {
        String onDelete = "";
        String onUpdate = "";
        String event = "";
        for (ParseTree child : references.children) {
            if (child instanceof TerminalNode word) {
                event = word.getText().toUpperCase(Locale.ROOT);
            } else if (child instanceof Foreign_key_actionContext action) {
                onDelete = event.equals("DELETE") ? words(action) : onDelete;
                onUpdate = event.equals("UPDATE") ? words(action) : onUpdate;
            }
        }
        return new Reference(
                SqliteText.name(references.foreign_table()),
                references.column_name().stream().map(SqliteText::name).toList(),
                onDelete,
                onUpdate);
    }

    private static String words(Foreign_key_actionContext action) {
        List<String> words = action.children.stream().map(ParseTree::getText).toList();
        return String.join(" ", words).toUpperCase(Locale.ROOT);
    }

    private static Name name(NameContext name) {
        return name == null ? null : SqliteText.name(name);
    }
}
