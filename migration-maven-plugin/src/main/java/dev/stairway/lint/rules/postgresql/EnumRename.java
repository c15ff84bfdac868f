package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.AlterEnum;

/** P24: a value of an enum by another name. */
public final class EnumRename implements LintRule {

    private static final Facts FACTS = Phrases.facts("P24", "enum-rename", Severity.ERROR)
            .catches("ALTER TYPE ... RENAME VALUE")
            .when("A value of an enum that existed before this release is renamed. Quiet for types of this release.")
            .effect(
                    "Every program that still writes the old value, or reads the new one without knowing it, fails at once;"
                            + " during a rolling deployment one of the two versions always does.")
            .instead(
                    "Add the new value, have programs write it and read both, change the rows in batches, and leave the old one"
                            + " unused.")
            .see(Phrases.manual("sql-altertype"))
            .provenBy(Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(AlterEnum.class)
                .filter(AlterEnum::renames)
                .filter(rename -> !statement.schema().isNew(ObjectKind.TYPE, rename.type()))
                .ifPresent(rename -> remarks.at(
                        statement,
                        0,
                        rename.type().written(),
                        "'" + rename.value() + "' of " + rename.type()
                                + " gets another name under programs that still use this one",
                        "ALTER TYPE " + rename.type() + " ADD VALUE '<the new name>' AFTER '" + rename.value()
                                + "'; then programs that write it and read both, then the rows in batches; '"
                                + rename.value() + "' stays, unused"));
    }
}
