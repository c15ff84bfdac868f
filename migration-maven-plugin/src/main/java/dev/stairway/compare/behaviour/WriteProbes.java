package dev.stairway.compare.behaviour;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Two connections that write at the same time. The first one holds what it wrote; whether the second one gets through is told
 * by the server's own limit for waiting, so nothing depends on how fast anything is.
 */
final class WriteProbes implements Generator {

    @Override
    public void probes(TableCase table, Map<String, TableCase> others, Consumer<Probe> out) {
        if (table.spares().size() < 2 || table.stored().size() < 2) {
            return;
        }
        List<String> key = table.keys().stream()
                .filter(columns -> table.stored().stream()
                        .noneMatch(row -> TableCase.part(row, columns).containsValue(Cell.NULL)))
                .findFirst()
                .orElse(List.of());
        if (key.isEmpty()) {
            return;
        }
        Subject subject = table.subject(key.get(0)).orElse(null);
        if (subject == null) {
            return;
        }
        Map<String, Cell> one = TableCase.part(table.stored().get(0), key);
        Map<String, Cell> other = TableCase.part(table.stored().get(1), key);
        Map<String, Cell> row = table.spare();
        Map<String, Cell> sameKey = new LinkedHashMap<>(table.spares().get(1));
        sameKey.putAll(TableCase.part(row, key));
        Write update = stage -> touch(stage, table, one);
        Write insert = stage -> stage.insert(table.name(), row);
        add(subject, "same row", "an update of a row that another transaction is updating", update, update, out);
        add(
                subject,
                "other row",
                "an update while another transaction is updating another row of the table",
                update,
                stage -> touch(stage, table, other),
                out);
        add(
                subject,
                "same key",
                "a row with a key that another transaction is storing",
                insert,
                stage -> stage.insert(table.name(), sameKey),
                out);
        add(
                subject,
                "other key",
                "a row while another transaction is storing another row",
                insert,
                stage -> stage.insert(table.name(), table.spares().get(1)),
                out);
        add(
                subject,
                "read",
                "a read of a row that another transaction is updating",
                update,
                stage -> stage.rows(table.name(), one),
                out);
    }

    /** Something done in one of the two transactions. */
    @FunctionalInterface
    private interface Write {
        void on(Stage stage) throws SQLException;
    }

    private static void touch(Stage stage, TableCase table, Map<String, Cell> key) throws SQLException {
        if (stage.update(table.name(), key, key) != 1) {
            throw new Unprepared("the row is not there on " + stage.id(), null);
        }
    }

    private static void add(Subject subject, String tag, String what, Write first, Write second, Consumer<Probe> out) {
        out.accept(new Probe(ProbeKind.CONCURRENT_WRITE, subject, tag, what, stage -> {
            stage.given(() -> first.on(stage));
            second.on(stage.second());
            return Stored.NOTHING;
        }));
    }
}
