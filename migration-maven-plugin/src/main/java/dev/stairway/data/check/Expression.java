package dev.stairway.data.check;

import java.util.List;

/** The part of SQL's expressions that CHECKs are usually made of. */
public sealed interface Expression {

    /** A column of the table. */
    record Column(String name) implements Expression {}

    /**
     * A constant.
     *
     * @param text null for NULL
     * @param string true where it stands in quotes and no cast makes a number of it
     */
    record Constant(String text, boolean string) implements Expression {}

    /** A function call, its name in lower case. */
    record Call(String function, List<Expression> arguments) implements Expression {}

    /** Comparison, arithmetic, concatenation or pattern match. */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** All (AND) or any (OR) of the parts. */
    record Junction(boolean all, List<Expression> parts) implements Expression {}

    /** Negation. */
    record Not(Expression part) implements Expression {}

    /** {@code IS NULL}. */
    record IsNull(Expression part) implements Expression {}

    /** {@code IN}: equal to one of the items. */
    record In(Expression part, List<Expression> items) implements Expression {}

    /** Something that this parser does not know; only the database can tell. */
    record Opaque() implements Expression {}
}
