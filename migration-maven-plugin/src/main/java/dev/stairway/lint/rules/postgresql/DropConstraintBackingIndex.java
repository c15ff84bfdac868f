package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Constraints;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import java.util.EnumSet;
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
                            + " also a name that ends in _pkey.")
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
        Optional<Table> owner = statement.schema().tables().stream()
                .filter(table -> owns(table, index))
                .findFirst();
        if (owner.isPresent()) {
            tell(statement, index, owner.get().name().written(), remarks);
        } else if (index.name().endsWith("_pkey")
                && statement.schema().index(index).isEmpty()) {
            tell(statement, index, index.written().replaceFirst("_pkey(\"?)$", "$1"), remarks);
        }
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
