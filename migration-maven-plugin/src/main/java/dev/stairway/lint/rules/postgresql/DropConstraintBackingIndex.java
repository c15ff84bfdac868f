package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Constraints;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.schema.Index;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** P44. */
public final class DropConstraintBackingIndex implements LintRule {

    private static final Set<Kind> WITH_INDEX = EnumSet.of(Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.EXCLUDE);
    private static final Facts FACTS = Facts.of("P44", "drop-constraint-backing-index", Severity.ERROR)
            .about("postgresql")
            .catches("An index is dropped that belongs to a constraint")
            .when(
                    "DROP INDEX of the index of a PRIMARY KEY, UNIQUE or EXCLUDE constraint, by the name that the constraint has or gets;"
                            + " also a name that ends in _pkey, and a unique"
                            + " index that a foreign key refers to.")
            .effect(
                    "The statement fails: the constraint requires the index. A migration without a transaction stops half-way.")
            .instead("ALTER TABLE ... DROP CONSTRAINT ..., which drops its index as well")
            .see("https://www.postgresql.org/docs/current/sql-dropindex.html")
            .provenBy(Proof.FAILS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(Drop.class)
                .filter(drop -> drop.kind() == ObjectKind.INDEX)
                .ifPresent(drop -> drop.names().forEach(index -> look(statement, index, remarks)));
    }

    private static void look(StatementView statement, Name index, Remarks remarks) {
        Optional<Table> owner = statement.schema().constrainedBy(index).stream()
                .filter(table -> owns(table, index))
                .findFirst();
        if (owner.isPresent()) {
            tell(statement, index, owner.get().name().written(), remarks);
        } else if (neededByForeignKey(statement, index)) {
            String what = index + " is what a foreign key refers to, so DROP INDEX fails";
            remarks.at(statement, 0, index.written(), what, "Drop the foreign key first, or keep " + index);
        } else if (index.name().endsWith("_pkey")
                && statement.schema().index(index).isEmpty()) {
            tell(statement, index, index.written().replaceFirst("_pkey(\"?)$", "$1"), remarks);
        }
    }

    /** A foreign key may refer to the columns of a unique index that belongs to no constraint. */
    private static boolean neededByForeignKey(StatementView statement, Name name) {
        return statement
                .schema()
                .index(name)
                .filter(index -> index.unique() && !index.partial())
                .filter(index -> statement.schema().referring(index.table()).stream()
                        .flatMap(table -> table.all(Kind.FOREIGN_KEY).stream())
                        .anyMatch(key -> refersTo(key, index) && !other(statement, index)))
                .isPresent();
    }

    private static boolean refersTo(Constraint key, Index index) {
        return key.references() != null
                && key.references().table().same(index.table())
                && sameColumns(key.references().columns(), columns(index));
    }

    /** True when something else keeps the same columns unique. */
    private static boolean other(StatementView statement, Index dropped) {
        Optional<Table> table = statement.schema().table(dropped.table());
        boolean constraint = table.stream()
                .flatMap(known -> known.constraints().stream())
                .filter(known -> known.kind() == Kind.PRIMARY_KEY || known.kind() == Kind.UNIQUE)
                .anyMatch(known -> sameColumns(known.columns(), columns(dropped)));
        boolean index = table.stream()
                .flatMap(known -> known.indexes().stream())
                .filter(known ->
                        known.unique() && !known.partial() && !known.name().same(dropped.name()))
                .anyMatch(known -> sameColumns(columns(known), columns(dropped)));
        return constraint || index;
    }

    private static List<Name> columns(Index index) {
        return index.parts().stream()
                .map(IndexPart::column)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean sameColumns(List<Name> one, List<Name> other) {
        return !one.isEmpty() && one.size() == other.size() && Names.containsAll(one, other);
    }

    private static boolean owns(Table table, Name index) {
        boolean schemas = index.schema().isEmpty()
                || table.name().schema().isEmpty()
                || index.schema().equalsIgnoreCase(table.name().schema());
        return schemas
                && table.constraints().stream()
                        .filter(constraint -> WITH_INDEX.contains(constraint.kind()))
                        .map((Constraint constraint) -> Constraints.name(table.name(), constraint))
                        .anyMatch(index::is);
    }

    private static void tell(StatementView statement, Name index, String table, Remarks remarks) {
        remarks.at(
                statement,
                0,
                index.written(),
                index + " is the index of a constraint of " + table + ", so DROP INDEX fails",
                "ALTER TABLE " + table + " DROP CONSTRAINT " + index.name());
    }
}
