package dev.stairway.compare.behaviour;

import dev.stairway.data.value.Value;

/** What an INSERT or UPDATE says for one column. */
sealed interface Cell {

    /** A constant that every product is told in the same words. */
    record Constant(Value value) implements Cell {}

    /** A value of a row, told in words that the column takes: a boolean is a number where a product has no other. */
    record Fitted(Value value) implements Cell {}

    /** Text of SQL that every product reads. */
    record Sql(String text) implements Cell {}

    Cell NULL = new Constant(Value.NULL);

    static Cell text(String text) {
        return new Constant(Value.text(text));
    }

    static Cell number(String text) {
        return new Constant(Value.number(text));
    }

    /** @param value a neutral one */
    static Cell of(Value value) {
        return value.isNull() ? NULL : new Fitted(value);
    }

    static Cell sql(String text) {
        return new Sql(text);
    }
}
