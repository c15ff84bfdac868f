package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;

/** P20: a time that does not say whose. A house policy: many schemas hold UTC in it on purpose. */
public final class TimestampNoTz implements LintRule {

    private static final Facts FACTS = Phrases.facts("P20", "timestamp-no-tz", Severity.INFO)
            .onRequest()
            .catches("Column of type timestamp without time zone")
            .when(
                    "A column is made of type timestamp (without time zone), or becomes one. Quiet for timestamptz. Only on"
                            + " request.")
            .effect(
                    "It keeps what a clock showed and not where: sessions with other time zones, or an hour that a change of"
                            + " the clocks repeats, read another moment out of it.")
            .instead("timestamptz, which takes no more space.")
            .see(Phrases.manual("datatype-datetime"));

    private static final TypeChoice CHOICE = new TypeChoice(
            type -> TypeChoice.any(type, "timestamp"),
            (column, type) ->
                    column + " is of type " + type.written() + ", which does not say in which time zone it counts",
            (column, type) -> column + " as timestamptz"
                    + (type.arguments().isEmpty() ? "" : "(" + type.arguments().get(0) + ")"));

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        CHOICE.look(statement, remarks);
    }
}
