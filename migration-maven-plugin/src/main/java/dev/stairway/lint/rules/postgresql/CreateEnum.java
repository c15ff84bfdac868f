package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.SqlTree.CreateType;

/** P25: a type whose values can be added and never removed. A house policy. */
public final class CreateEnum implements LintRule {

    private static final Facts FACTS = Phrases.facts("P25", "create-enum", Severity.INFO)
            .onRequest()
            .catches("CREATE TYPE ... AS ENUM")
            .when("An enum is made. Only on request.")
            .effect("A value can be added and never be removed, so that no migration that adds one has a way back.")
            .instead("A small table of the values with a foreign key to it, or text with a CHECK.")
            .see(Phrases.manual("datatype-enum"));

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(CreateType.class)
                .filter(made -> !made.values().isEmpty())
                .ifPresent(made -> remarks.at(
                        statement,
                        0,
                        made.type().written(),
                        "No value of the enum " + made.type() + " can ever be removed",
                        "CREATE TABLE " + made.type() + " (value text PRIMARY KEY); and a foreign key to it"));
    }
}
