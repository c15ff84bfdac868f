package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Constraints;
import dev.stairway.lint.rules.support.Earlier;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.NotNullProof;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.TableAction;
import dev.stairway.script.sql.tree.TableAction.AddConstraint;
import dev.stairway.script.sql.tree.TableAction.AlterNotNull;
import dev.stairway.script.sql.tree.TableAction.DropConstraint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What kept rows right is dropped. */
public final class DropFkCheck implements LintRule {

    private static final Facts FACTS = Facts.of("G18", "drop-fk-check", Severity.WARNING)
            .catches("DROP CONSTRAINT of a foreign key, check or unique constraint")
            .when(
                    "A constraint other than the primary key is dropped that this release did not add. Quiet when another one of"
                            + " the same kind takes its place in this release, when its table or column is dropped in the same"
                            + " migration, for a check that only says what NOT NULL says as well, and for one of a partition that bounds one column.")
            .effect(
                    "From now on rows get in that the constraint kept out, and nobody notices. Once they are there, the way back"
                            + " fails when it adds the constraint again.")
            .instead(
                    "Add the new constraint first, NOT VALID where the product has that, and drop the former one when the new"
                            + " one is validated. In the way back, settle rows that break it before it is added again.")
            .see("https://www.postgresql.org/docs/current/ddl-alter.html#DDL-ALTER-REMOVING-A-CONSTRAINT")
            .provenBy(Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Earlier.walk(release, (statement, earlier) -> {
            for (DropConstraint drop : Actions.of(statement, DropConstraint.class)) {
                look(statement, earlier, drop, remarks);
            }
        });
    }

    private static void look(StatementView statement, Earlier earlier, DropConstraint drop, Remarks remarks) {
        Name table = Actions.table(statement);
        Optional<Kind> kind = Constraints.kind(statement, earlier, table, drop.constraint());
        boolean others = kind.filter(known -> known == Kind.PRIMARY_KEY || known == Kind.NOT_NULL)
                .isPresent();
        Optional<Constraint> dropped = Constraints.find(statement, earlier, table, drop.constraint());
        boolean fine = statement.isNew(table)
                || earlier.made(table, drop.constraint())
                || isReplaced(statement, earlier, table, drop, dropped, kind)
                || goesAnyway(statement, table, dropped)
                || dropped.isEmpty() && setsNotNull(statement, table)
                || dropped.filter(check -> isNotNull(statement, table, check)).isPresent()
                || earlier.attached(table)
                        && dropped.filter(DropFkCheck::isBounds).isPresent();
        if (!others && !fine) {
            remarks.at(
                    statement,
                    drop.offset(),
                    drop.constraint().written(),
                    "Rows of " + table + " get in from now on that " + drop.constraint() + " kept out");
        }
    }

    private static boolean isReplaced(
            StatementView statement,
            Earlier earlier,
            Name table,
            DropConstraint drop,
            Optional<Constraint> dropped,
            Optional<Kind> kind) {
        Stream<Constraint> coming = Stream.of(Stream.of(statement.parsed()), statement.after().stream())
                .flatMap(part -> part)
                .flatMap(part -> Actions.on(table, List.of(part), AddConstraint.class))
                .map(AddConstraint::constraint);
        Stream<Constraint> made = earlier.constraints(table).stream()
                .filter(known -> known.name() != null && earlier.made(table, known.name()));
        return Stream.concat(coming, made).anyMatch(other -> takesPlace(other, drop.constraint(), dropped, kind));
    }

    private static boolean takesPlace(Constraint other, Name name, Optional<Constraint> dropped, Optional<Kind> kind) {
        if (other.name() != null && other.name().same(name)) {
            return true;
        }
        boolean sameKind = kind.map(known -> asksAsMuch(other.kind(), known)).orElse(true);
        boolean sameColumns = dropped.map(
                        old -> old.columns().stream().anyMatch(column -> Names.contains(other.columns(), column)))
                .orElse(true);
        return sameKind && sameColumns;
    }

    private static boolean asksAsMuch(Kind other, Kind dropped) {
        return other == dropped || dropped == Kind.UNIQUE && other == Kind.PRIMARY_KEY;
    }

    private static boolean goesAnyway(StatementView statement, Name table, Optional<Constraint> dropped) {
        boolean wholeTable = statement.after().stream()
                .flatMap(later -> later.as(Drop.class).stream())
                .anyMatch(later -> later.kind() == ObjectKind.TABLE && Names.contains(later.names(), table));
        Stream<TableAction.DropColumn> columns = Stream.concat(
                Actions.of(statement.parsed(), TableAction.DropColumn.class),
                Actions.on(table, statement.after(), TableAction.DropColumn.class));
        return wholeTable
                || columns.anyMatch(column -> dropped.map(old -> Names.contains(old.columns(), column.column()))
                        .orElse(true));
    }

    /** True when it was, by all appearance, the check that lets NOT NULL be set without a search. */
    private static boolean setsNotNull(StatementView statement, Name table) {
        return Stream.concat(
                        Actions.of(statement.parsed(), AlterNotNull.class),
                        Actions.on(table, statement.before(), AlterNotNull.class))
                .anyMatch(AlterNotNull::notNull);
    }

    /** True when it says of one column what it is compared with, as the bounds of a partition do: those go on asking for it. */
    private static boolean isBounds(Constraint check) {
        return check.kind() == Kind.CHECK
                && check.check() != null
                && check.check().columns().stream().distinct().count() == 1;
    }

    /** True when NOT NULL of its column goes on asking for what it asked. */
    private static boolean isNotNull(StatementView statement, Name table, Constraint check) {
        return statement.schema().table(table).map(Table::columns).stream()
                .flatMap(columns -> columns.stream())
                .filter(Column::notNull)
                .anyMatch(column -> NotNullProof.says(check, column.name()));
    }
}
