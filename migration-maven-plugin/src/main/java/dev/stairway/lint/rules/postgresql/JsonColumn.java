package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;

/** P18: json where jsonb is meant. */
public final class JsonColumn implements LintRule {

    private static final Facts FACTS = Phrases.facts("P18", "json-column", Severity.INFO)
            .catches("Column of type json")
            .when("A column is made of type json, or becomes one. Quiet for jsonb.")
            .effect(
                    "json is text that was once checked: there is no equality for it, so that DISTINCT, UNION, GROUP BY and"
                            + " unique indexes fail, every query reads it anew, and no index finds anything in it.")
            .instead("jsonb, unless spaces and the order of keys have to be kept.")
            .see(Phrases.manual("datatype-json"));

    private static final TypeChoice CHOICE = new TypeChoice(
            type -> TypeChoice.any(type, "json"),
            (column, type) -> column + " is of type json, which knows no equality and no index",
            (column, type) -> column + " as " + (type.array() ? "jsonb[]" : "jsonb"));

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        CHOICE.look(statement, remarks);
    }
}
