package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.TypeChange;
import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.AlterType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Values of a column become another kind of thing. */
public final class ChangeType implements LintRule {

    private static final Facts FACTS = Facts.of("G10", "change-type", Severity.WARNING)
            .catches("Change of a column to another kind of type")
            .when(
                    "A column becomes another kind of thing: text a number, a timestamp one with time zone, an integer a boolean."
                            + " Quiet for another size of the same kind: of losses narrow-type speaks, of rewriting and locks"
                            + " type-rewrite. Quiet when the table or the column is of this release.")
            .effect(
                    "One value that cannot be read as the new type fails the migration, or is read as something else. Code of the"
                            + " release that still runs sends and expects the former kind. The way back has to turn every value"
                            + " around.")
            .instead(
                    "Add a column of the new type, let code write both, convert the values in batches, and drop the former one"
                            + " in a later release.")
            .see("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE")
            .provenBy(Proof.FAILS_ON_ROWS, Proof.LOSES_DATA, Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        for (ChangedType changed : ChangedType.of(release)) {
            look(changed.statement(), changed.table(), changed.change(), changed.known(), remarks);
        }
    }

    private static void look(
            StatementView statement, Name table, AlterType change, Optional<DataType> known, Remarks remarks) {
        boolean changes = known.map(old -> new TypeChange(old, change.type()).changesKind())
                .orElse(looksChanged(change));
        if (changes && isZoneSaid(statement, change)) {
            return;
        }
        if (changes) {
            remarks.at(
                    statement,
                    change.offset(),
                    Names.column(table, change.column()),
                    what(table, change, known),
                    beside(table, change));
        }
    }

    /** True when a time of day without zone gets the one that the author names. */
    private static boolean isZoneSaid(StatementView statement, AlterType change) {
        boolean named = change.using() != null
                && (change.using().calls("timezone")
                        || change.using().text().toLowerCase(Locale.ROOT).contains("at time zone"));
        return change.type().is("timestamp", "timestamptz")
                && (named || statement.parameters().containsKey("timezone"));
    }

    private static String what(Name table, AlterType change, Optional<DataType> known) {
        boolean zone = known.isPresent() && new TypeChange(known.get(), change.type()).changesZone();
        String goes = known.map(old -> " goes from " + old.written() + " to ").orElse(" becomes ");
        String changed = change.column() + " of " + table + goes + change.type().written();
        return zone
                ? changed + ": each value is read in the time zone of whichever session runs this"
                : changed
                        + ": a value that cannot be read as one fails this, and running code still expects the former kind";
    }

    /** Of unknown origin a number or a text may as well have had another size. */
    private static boolean looksChanged(AlterType change) {
        boolean sized = Set.of("number", "text").contains(TypeChange.family(change.type()));
        return change.using() != null && !sized && !NarrowType.looksSmaller(change);
    }

    private static String beside(Name table, AlterType change) {
        return "Add a column of the new type (ALTER TABLE " + table + " ADD COLUMN ... "
                + change.type().written()
                + ";), let code write both, convert the values in batches, and drop " + change.column()
                + " in a later release";
    }
}
