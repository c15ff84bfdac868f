package dev.stairway.compare.behaviour;

import dev.stairway.data.value.Base;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What comes first in ORDER BY, and what LIKE finds, by the column's own collation. */
final class OrderProbes implements Generator {

    private static final List<String> WORDS =
            List.of("10", "9", "apple", "Banana", "cherry", "Zebra", "\u00E4pfel", "\u00DCber", "zoo");

    @Override
    public void probes(TableCase table, Map<String, TableCase> others, Consumer<Probe> out) {
        for (Subject subject : table.subjects()) {
            Base base = subject.base();
            if (base == Base.TEXT) {
                out.accept(words(subject));
                out.accept(like(subject));
            }
            boolean nullable = !table.required().contains(subject.column());
            if (nullable && (base == Base.TEXT || base.isNumber() || base.isTemporal())) {
                out.accept(nulls(table, subject));
            }
        }
    }

    private static Probe words(Subject subject) {
        String values =
                WORDS.stream().map(word -> " UNION ALL SELECT '" + word + "'").collect(Collectors.joining());
        return new Probe(
                ProbeKind.ORDER_OF_TEXT,
                subject,
                "words",
                "the order of words in " + subject.typeText(),
                stage ->
                        Stored.of(stage.column("SELECT w FROM (" + empty(stage, subject) + values + ") q ORDER BY w")));
    }

    private static Probe like(Subject subject) {
        return new Probe(
                ProbeKind.LIKE,
                subject,
                "",
                "what LIKE 'a%' finds among 'apple' and 'Avocado' in " + subject.typeText(),
                stage -> Stored.of(
                        stage.column(
                                "SELECT w FROM (" + empty(stage, subject)
                                        + " UNION ALL SELECT 'apple' UNION ALL SELECT 'Avocado') q WHERE w LIKE 'a%' ORDER BY w DESC")));
    }

    private static Probe nulls(TableCase table, Subject subject) {
        return new Probe(
                ProbeKind.NULL_ORDER,
                subject,
                "",
                "the order of NULL and a value",
                stage -> Stored.of(stage.column("SELECT CASE WHEN w IS NULL THEN 'NULL' ELSE 'value' END FROM ("
                        + empty(stage, subject) + " UNION ALL SELECT NULL UNION ALL SELECT "
                        + sample(subject.base()) + ") q ORDER BY w")));
    }

    private static String sample(Base base) {
        if (base.isNumber()) {
            return base == Base.MONEY ? "'1'" : "1";
        }
        return switch (base) {
            case DATE -> "'2024-06-15'";
            case TIME -> "'12:00:00'";
            case TIME_ZONED -> "'12:00:00+00'";
            case TIMESTAMP -> "'2024-06-15 12:00:00'";
            case TIMESTAMP_ZONED -> "'2024-06-15 12:00:00+00'";
            default -> "'a'";
        };
    }

    /** The words take type and collation of the column, of which no row is there. */
    private static String empty(Stage stage, Subject subject) {
        return "SELECT " + stage.sqlName(subject) + " AS w FROM " + stage.sqlName(subject.table()) + " WHERE 1 = 0";
    }
}
