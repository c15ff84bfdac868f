package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.DataType;

/** P19: text of limited length by its type. A house policy: most schemas have such columns and live well with them. */
public final class CharVarchar implements LintRule {

    private static final Facts FACTS = Phrases.facts("P19", "char-varchar", Severity.INFO)
            .onRequest()
            .catches("Column of type char(n) or varchar(n)")
            .when(
                    "A column is made of type char, char(n) or varchar(n), or becomes one. Quiet for text and for varchar without"
                            + " a length. Only on request.")
            .effect(
                    "char(n) fills values up with blanks, which some comparisons then ignore; to shorten varchar(n) writes the"
                            + " table anew. Neither saves space or time.")
            .instead(
                    "text, with CHECK (length(...) <= n) where there is a limit: a check is changed without a rewrite.")
            .see(Phrases.manual("datatype-character"));

    private static final TypeChoice CHOICE = new TypeChoice(
            CharVarchar::limited,
            (column, type) -> column + " is of type " + type.written()
                    + (type.name().equals("varchar")
                            ? ", whose limit is hard to change"
                            : ", which is filled up with blanks"),
            (column, type) -> column + " as text"
                    + (type.arguments().isEmpty()
                            ? ""
                            : " with CHECK (length(" + column.substring(column.lastIndexOf('.') + 1) + ") <= "
                                    + type.arguments().get(0) + ")"));

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        CHOICE.look(statement, remarks);
    }

    private static boolean limited(DataType type) {
        return TypeChoice.any(type, "char", "bpchar")
                || TypeChoice.any(type, "varchar") && !type.arguments().isEmpty();
    }
}
