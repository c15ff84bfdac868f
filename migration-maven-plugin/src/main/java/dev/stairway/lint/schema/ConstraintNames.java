package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Names that PostgreSQL gives to constraints without one, so that a later DROP CONSTRAINT finds them: {@code makeObjectName}
 * and {@code ChooseRelationName} of its sources. SQLite gives none, and nobody can ask for them there.
 */
final class ConstraintNames {

    /** NAMEDATALEN - 1: https://www.postgresql.org/docs/current/runtime-config-preset.html */
    private static final int LONGEST = 63;

    private ConstraintNames() {}

    /** @param taken true for names that the table's constraints have */
    static Name of(Name table, Constraint constraint, Predicate<String> taken) {
        String first = name(table.name(), addition(constraint), label(constraint));
        String free = first;
        for (int at = 1; taken.test(free); at++) {
            free = name(table.name(), addition(constraint), label(constraint) + at);
        }
        return plain(free);
    }

    /** Of PostgreSQL 18's NOT NULL. */
    static String notNull(Name table, Name column) {
        return name(table.name(), column.name(), "not_null");
    }

    /** Of the sequence of a serial or identity column. */
    static Name sequence(Name table, Name column) {
        String name = name(table.name(), column.name(), "seq");
        return new Name(table.schema(), name, name, false);
    }

    static Name plain(String name) {
        return new Name("", name, name, false);
    }

    private static String label(Constraint constraint) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> "pkey";
            case UNIQUE -> "key";
            case FOREIGN_KEY -> "fkey";
            case CHECK -> "check";
            case EXCLUDE -> "excl";
            case NOT_NULL -> "not_null";
        };
    }

    private static String addition(Constraint constraint) {
        List<Name> columns = constraint.columns();
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> "";
            case CHECK -> distinct(columns) == 1 ? columns.get(0).name() : "";
            default -> columns.stream().map(Name::name).collect(Collectors.joining("_"));
        };
    }

    private static long distinct(List<Name> columns) {
        return columns.stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
    }

    private static String name(String table, String addition, String label) {
        String one = table;
        String two = addition;
        int room = LONGEST - label.length() - 1 - (addition.isEmpty() ? 0 : 1);
        while (bytes(one) + bytes(two) > room) {
            if (bytes(one) > bytes(two)) {
                one = one.substring(0, one.length() - 1);
            } else {
                two = two.substring(0, two.length() - 1);
            }
        }
        return two.isEmpty() ? one + "_" + label : one + "_" + two + "_" + label;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
