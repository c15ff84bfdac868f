package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.Query;
import dev.stairway.script.sql.tree.Reference;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The same with another name in it. */
final class Renaming {

    private Renaming() {}

    /** A new name in the place of an old one, in its schema where the new one says none. */
    static Name moved(Name from, Name to) {
        if (!to.schema().isEmpty() || from.schema().isEmpty()) {
            return to;
        }
        return new Name(from.schema(), to.name(), from.schema() + "." + to.written(), to.quoted());
    }

    /** The same name in another schema. */
    static Name inSchema(Name name, String schema) {
        String bare = name.schema().isEmpty()
                ? name.written()
                : name.written().substring(name.written().indexOf('.') + 1);
        return new Name(schema, name.name(), schema + "." + bare, name.quoted());
    }

    static Constraint named(Constraint c, Name name) {
        return new Constraint(
                c.kind(),
                name,
                c.columns(),
                c.references(),
                c.check(),
                c.notValid(),
                c.notEnforced(),
                c.usingIndex(),
                c.offset());
    }

    static Constraint about(Constraint c, List<Name> columns) {
        return new Constraint(
                c.kind(),
                c.name(),
                columns,
                c.references(),
                c.check(),
                c.notValid(),
                c.notEnforced(),
                c.usingIndex(),
                c.offset());
    }

    static Constraint validated(Constraint c) {
        return new Constraint(
                c.kind(),
                c.name(),
                c.columns(),
                c.references(),
                c.check(),
                false,
                c.notEnforced(),
                c.usingIndex(),
                c.offset());
    }

    static Constraint referring(Constraint c, Reference references) {
        return new Constraint(
                c.kind(),
                c.name(),
                c.columns(),
                references,
                c.check(),
                c.notValid(),
                c.notEnforced(),
                c.usingIndex(),
                c.offset());
    }

    /** A constraint of a table one of whose columns is renamed. */
    static Constraint column(Constraint c, Name from, Name to) {
        Constraint about = about(c, columns(c.columns(), from, to));
        return new Constraint(
                about.kind(),
                about.name(),
                about.columns(),
                about.references(),
                c.check() == null ? null : column(c.check(), from, to),
                about.notValid(),
                about.notEnforced(),
                about.usingIndex(),
                about.offset());
    }

    /** A constraint that may refer to a table which is renamed. */
    static Constraint table(Constraint c, Name from, Name to) {
        Reference to0 = c.references();
        if (to0 == null || !to0.table().same(from)) {
            return c;
        }
        return referring(c, new Reference(to, to0.columns(), to0.onDelete(), to0.onUpdate()));
    }

    /** A constraint that may refer to a column which is renamed. */
    static Constraint target(Constraint c, Name table, Name from, Name to) {
        Reference to0 = c.references();
        if (to0 == null || !to0.table().same(table)) {
            return c;
        }
        return referring(
                c, new Reference(to0.table(), columns(to0.columns(), from, to), to0.onDelete(), to0.onUpdate()));
    }

    static Index column(Index index, Name from, Name to) {
        List<IndexPart> parts =
                index.parts().stream().map(part -> column(part, from, to)).toList();
        return new Index(
                index.name(),
                index.table(),
                parts,
                index.unique(),
                index.partial(),
                index.condition(),
                index.method(),
                index.isNew());
    }

    static Index named(Index index, Name name) {
        return new Index(
                name,
                index.table(),
                index.parts(),
                index.unique(),
                index.partial(),
                index.condition(),
                index.method(),
                index.isNew());
    }

    static Index table(Index index, Name table) {
        Name name = table.schema().isEmpty() ? index.name() : inSchema(index.name(), table.schema());
        return new Index(
                name,
                table,
                index.parts(),
                index.unique(),
                index.partial(),
                index.condition(),
                index.method(),
                index.isNew());
    }

    static Trigger table(Trigger trigger, Name table) {
        return new Trigger(trigger.name(), table, trigger.events(), trigger.body(), trigger.isNew());
    }

    static View table(View view, Name from, Name to) {
        Query q = view.query();
        List<Name> read =
                q.tables().stream().map(one -> one.same(from) ? to : one).toList();
        Query query = new Query(read, q.star(), q.where(), q.limited(), q.functions(), q.text(), q.offset());
        return new View(view.name(), query, view.materialized(), view.isNew());
    }

    static Expression column(Expression e, Name from, Name to) {
        Set<String> columns =
                e.columns().stream().map(one -> from.is(one) ? to.name() : one).collect(Collectors.toSet());
        return new Expression(e.text(), e.functions(), columns, e.literal(), e.subquery(), e.offset());
    }

    private static IndexPart column(IndexPart part, Name from, Name to) {
        if (part.column() != null) {
            return part.column().same(from) ? new IndexPart(to, null, part.written()) : part;
        }
        return new IndexPart(
                null, part.expression() == null ? null : column(part.expression(), from, to), part.written());
    }

    private static List<Name> columns(List<Name> columns, Name from, Name to) {
        return columns.stream().map(one -> one.same(from) ? to : one).toList();
    }
}
