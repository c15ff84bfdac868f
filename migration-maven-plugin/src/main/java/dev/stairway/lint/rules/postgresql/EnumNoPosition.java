package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.SqlTree.AlterEnum;

/** P23: a new value of an enum that sorts last. A house policy: mostly last is meant. */
public final class EnumNoPosition implements LintRule {

    private static final Facts FACTS = Phrases.facts("P23", "enum-no-position", Severity.INFO)
            .onRequest()
            .catches("New value of an enum without BEFORE or AFTER")
            .when("ALTER TYPE ... ADD VALUE says neither BEFORE nor AFTER which other value. Only on request.")
            .effect("It becomes the last one for ORDER BY, < and >, and no later statement can move it.")
            .instead("ADD VALUE ... BEFORE or AFTER the value that it belongs to.")
            .see(Phrases.manual("sql-altertype"));

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(AlterEnum.class)
                .filter(add -> !add.renames() && !add.placed())
                .ifPresent(add -> remarks.at(
                        statement,
                        0,
                        add.type().written(),
                        "'" + add.value() + "' becomes the last value of " + add.type() + ", for good",
                        "ALTER TYPE " + add.type() + " ADD VALUE '" + add.value()
                                + "' AFTER '<the value before it>';"));
    }
}
