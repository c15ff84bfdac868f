package dev.stairway.compare.behaviour;

import dev.stairway.data.value.Base;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keys that occur twice, and texts that one collation takes for equal and another does not. */
final class KeyProbes implements Generator {

    private static final int LEAST_LENGTH = 3;

    @Override
    public void probes(TableCase table, Map<String, TableCase> others, Consumer<Probe> out) {
        if (table.spares().size() < 2) {
            return;
        }
        for (List<String> key : table.keys()) {
            table.subject(key.get(0)).ifPresent(first -> {
                Map<String, Cell> row = TableCase.part(table.spare(), key);
                if (!row.containsValue(Cell.NULL)) {
                    out.accept(probe(ProbeKind.DUPLICATE_KEY, table, first, "a key that is there already", row, row));
                }
            });
            texts(table, key, out);
        }
    }

    private static void texts(TableCase table, List<String> key, Consumer<Probe> out) {
        key.stream()
                .flatMap(column -> table.subject(column).stream())
                .filter(subject -> subject.base() == Base.TEXT)
                .filter(subject ->
                        subject.type().length() == 0 || subject.type().length() >= LEAST_LENGTH)
                .filter(subject -> table.references().stream()
                        .noneMatch(reference -> reference.columns().contains(subject.column())))
                .findFirst()
                .ifPresent(subject -> {
                    alike(table, key, subject, "xa", "XA", "case", out);
                    alike(table, key, subject, "xa", "x\u00E4", "accent", out);
                    alike(table, key, subject, "xa", "xa ", "blank", out);
                });
    }

    private static void alike(
            TableCase table,
            List<String> key,
            Subject subject,
            String one,
            String other,
            String tag,
            Consumer<Probe> out) {
        Map<String, Cell> first = TableCase.part(table.spare(), key);
        Map<String, Cell> second = new LinkedHashMap<>(first);
        first.put(subject.column(), Cell.text(one));
        second.put(subject.column(), Cell.text(other));
        String what = "'" + other + "' beside '" + one + "' in a unique " + subject.typeText();
        Probe probe = probe(ProbeKind.CASE_OF_UNIQUE, table, subject, what, first, second);
        out.accept(new Probe(probe.kind(), subject, tag, what, probe.attempt()));
    }

    private static Probe probe(
            ProbeKind kind,
            TableCase table,
            Subject subject,
            String what,
            Map<String, Cell> first,
            Map<String, Cell> second) {
        return new Probe(kind, subject, "", what, stage -> both(table, subject, first, second, stage));
    }

    private static Stored both(
            TableCase table, Subject subject, Map<String, Cell> first, Map<String, Cell> second, Stage stage)
            throws SQLException {
        Map<String, Cell> one = new LinkedHashMap<>(table.spare());
        one.putAll(first);
        Map<String, Cell> other = new LinkedHashMap<>(table.spares().get(1));
        other.putAll(second);
        stage.given(() -> stage.insert(table.name(), one));
        stage.insert(table.name(), other, subject);
        return Stored.NOTHING;
    }
}
