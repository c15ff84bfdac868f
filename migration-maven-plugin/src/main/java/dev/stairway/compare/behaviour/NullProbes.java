package dev.stairway.compare.behaviour;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** No value where there must be one, and twice no value where values occur once. */
final class NullProbes implements Generator {

    @Override
    public void probes(TableCase table, Map<String, TableCase> others, Consumer<Probe> out) {
        for (Subject subject : table.given()) {
            if (table.required().contains(subject.column())) {
                boolean key = table.keys().stream().anyMatch(columns -> columns.contains(subject.column()));
                String what = "NULL in the " + (key ? "key " : "NOT NULL ") + subject.typeText() + " column";
                out.accept(Generator.insert(
                        ProbeKind.NULL_INTO_NOT_NULL, table, subject, key ? "key" : "", what, Cell.NULL));
            }
        }
        table.keys().forEach(key -> twice(table, key, out));
    }

    private static void twice(TableCase table, List<String> key, Consumer<Probe> out) {
        key.stream()
                .filter(column -> !table.required().contains(column))
                .findFirst()
                .flatMap(table::subject)
                .filter(nullable -> table.spares().size() > 1)
                .ifPresent(nullable -> out.accept(new Probe(
                        ProbeKind.UNIQUE_NULLS,
                        nullable,
                        "",
                        "a second row with NULL in a unique column",
                        stage -> second(table, key, nullable, stage))));
    }

    private static Stored second(TableCase table, List<String> key, Subject nullable, Stage stage)
            throws java.sql.SQLException {
        Map<String, Cell> first = table.with(nullable.column(), Cell.NULL);
        Map<String, Cell> other = TableCase.with(table.spares().get(1), nullable.column(), Cell.NULL);
        key.forEach(column -> other.put(column, first.getOrDefault(column, Cell.NULL)));
        stage.given(() -> stage.insert(table.name(), first));
        return stage.insert(table.name(), other, nullable);
    }
}
