package dev.stairway.lint.rules.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.script.sql.tree.DataType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeChangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar 200|varchar 50",
                "text|varchar 255",
                "varchar 2|char",
                "bigint|integer",
                "integer|smallint",
                "numeric 12 2|numeric 8 2",
                "numeric 12 4|numeric 12 2",
                "numeric|integer",
                "double precision|numeric 10 2",
                "bigint|real",
                "timestamp|date",
                "timestamptz|date",
                "timestamp 6|timestamp 0"
            })
    void losesValues(String from, String to) {
        assertThat(change(from, to).narrows()).isTrue();
        assertThat(change(from, to).changesKind()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar 50|varchar 200",
                "varchar 50|text",
                "char 3|varchar 3",
                "integer|bigint",
                "serial|bigint",
                "integer|numeric 10",
                "integer|numeric",
                "numeric 10 2|numeric 12 2",
                "real|double precision",
                "timestamp 0|timestamp 6",
                "date|timestamp",
                "json|jsonb",
                "uuid|uuid"
            })
    void keepsValues(String from, String to) {
        assertThat(change(from, to).narrows()).isFalse();
        assertThat(change(from, to).changesKind()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text|integer",
                "integer|boolean",
                "text|uuid",
                "timestamp|timestamptz",
                "varchar 10|date",
                "text|jsonb",
                "integer|text"
            })
    void makesValuesAnotherKindOfThing(String from, String to) {
        assertThat(change(from, to).changesKind()).isTrue();
        assertThat(change(from, to).narrows()).isFalse();
    }

    private static TypeChange change(String from, String to) {
        return new TypeChange(type(from), type(to));
    }

    /** From {@code numeric 12 2}. */
    private static DataType type(String text) {
        String name = text.replaceAll("[ 0-9]+$", "");
        List<Integer> arguments = new ArrayList<>();
        for (String word : text.substring(name.length()).trim().split(" ")) {
            if (!word.isEmpty()) {
                arguments.add(Integer.valueOf(word));
            }
        }
        return new DataType(name, arguments, false, text);
    }
}
