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
import java.util.Optional;

/** A column gets a type that does not hold every value of the former one. */
public final class NarrowType implements LintRule {

    private static final Facts FACTS = Facts.of("G11", "narrow-type", Severity.ERROR)
            .catches("Change of a column to a smaller type")
            .when(
                    "A column becomes shorter, less precise or of a smaller range: varchar(200) to varchar(50), bigint to integer,"
                            + " timestamp to date. Where nobody has seen the former type, it speaks of USING that cuts or rounds, and"
                            + " of smallint. Quiet when the table or the column is of this release.")
            .effect(
                    "Values that do not fit fail the migration, or are cut off or rounded, which no way back can undo. Code of"
                            + " the release that still runs fails when it writes such a value.")
            .instead(
                    "Keep the type and add a check of what is allowed from now on, NOT VALID where the product has that; look"
                            + " for values that do not fit, and settle each of them before the type changes.")
            .see(
                    "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE",
                    "https://www.postgresql.org/docs/current/datatype-character.html")
            .provenBy(Proof.FAILS_ON_ROWS, Proof.LOSES_DATA);

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
        if (known.map(old -> new TypeChange(old, change.type()).narrows()).orElse(looksSmaller(change))) {
            remarks.at(
                    statement,
                    change.offset(),
                    Names.column(table, change.column()),
                    what(table, change, known),
                    check(table, change));
        }
    }

    /** True when it cuts values whatever type they had. */
    static boolean looksSmaller(AlterType change) {
        return change.type().is("smallint")
                || change.using() != null
                        && change.using()
                                .calls(
                                        "left",
                                        "right",
                                        "substr",
                                        "substring",
                                        "round",
                                        "trunc",
                                        "floor",
                                        "ceil",
                                        "date_trunc");
    }

    private static String what(Name table, AlterType change, Optional<DataType> known) {
        String column = change.column() + " of " + table;
        String type = change.type().written();
        return known.map(old -> type + " does not hold every value of " + column + " that " + old.written() + " does")
                .orElse("Values of " + column + " that " + type + " does not hold fail this, or are cut or rounded");
    }

    private static String check(Name table, AlterType change) {
        DataType type = change.type();
        if (!type.is("varchar", "char") || type.arguments().isEmpty()) {
            return FACTS.instead();
        }
        return "Keep the type and limit what is written from now on: ALTER TABLE " + table + " ADD CONSTRAINT "
                + Names.made(table, change.column(), "length") + " CHECK (length(" + change.column() + ") <= "
                + type.arguments().get(0) + ") NOT VALID;";
    }
}
