package dev.stairway.compare.behaviour;

import dev.stairway.compare.logical.LogicalForeignKey;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Children without a parent, and what becomes of a child when its parent goes or gets another key. */
final class ReferenceProbes implements Generator {

    @Override
    public void probes(TableCase table, Map<String, TableCase> others, Consumer<Probe> out) {
        for (LogicalForeignKey reference : table.references()) {
            table.subject(reference.columns().get(0)).ifPresent(subject -> {
                missing(table, reference, subject, out);
                TableCase parent = others.get(reference.parent());
                boolean self = reference.parent().equals(table.name());
                if (parent != null && table.spares().size() > (self ? 1 : 0)) {
                    gone(table, parent, reference, subject, out);
                    moved(table, parent, reference, subject, out);
                }
            });
        }
    }

    private static void missing(TableCase table, LogicalForeignKey reference, Subject subject, Consumer<Probe> out) {
        Map<String, Cell> row = new LinkedHashMap<>(table.spare());
        for (String column : reference.columns()) {
            Optional<Cell> nobody = table.subject(column).flatMap(ReferenceProbes::nobody);
            if (nobody.isEmpty()) {
                return;
            }
            row.put(column, nobody.get());
        }
        out.accept(new Probe(ProbeKind.MISSING_PARENT, subject, "", "a row whose parent is not there", stage -> {
            Stored stored = stage.insert(table.name(), row, subject);
            stage.settle(table.name());
            return stored;
        }));
    }

    /** A key that no parent has, as far as anybody can guess. */
    private static Optional<Cell> nobody(Subject subject) {
        return switch (subject.base()) {
            case INT16 -> Optional.of(Cell.number("31999"));
            case INT32, INT64, DECIMAL, FLOAT64 -> Optional.of(Cell.number("1999999999"));
            case TEXT -> Optional.of(Cell.text(fit("~nobody~", subject.type().length())));
            case UUID -> Optional.of(Cell.text("ffffffff-ffff-4fff-bfff-ffffffffffff"));
            default -> Optional.empty();
        };
    }

    private static String fit(String text, int length) {
        return length == 0 || length >= text.length() ? text : text.substring(0, length);
    }

    private static void gone(
            TableCase table, TableCase parent, LogicalForeignKey reference, Subject subject, Consumer<Probe> out) {
        String what = "deleting a row that another refers to";
        out.accept(new Probe(ProbeKind.ON_DELETE, subject, reference.onDelete(), what, stage -> {
            Family family = Family.of(table, parent, reference);
            stage.given(() -> family.move(stage, table, parent));
            long before = stage.rows(table.name(), Map.of());
            stage.delete(parent.name(), family.parentKey());
            stage.settle(table.name());
            return Stored.of(family.afterwards(stage, table, before, Map.of()));
        }));
    }

    private static void moved(
            TableCase table, TableCase parent, LogicalForeignKey reference, Subject subject, Consumer<Probe> out) {
        boolean self = reference.parent().equals(table.name());
        int fresh = self ? 2 : 1;
        if (parent.spares().size() <= fresh) {
            return;
        }
        Map<String, Cell> other = TableCase.part(parent.spares().get(fresh), reference.parentColumns());
        String what = "another key for a row that another refers to";
        out.accept(new Probe(ProbeKind.ON_UPDATE, subject, reference.onUpdate(), what, stage -> {
            Family family = Family.of(table, parent, reference);
            stage.given(() -> family.move(stage, table, parent));
            long before = stage.rows(table.name(), Map.of());
            stage.update(parent.name(), other, family.parentKey());
            stage.settle(table.name());
            return Stored.of(family.afterwards(stage, table, before, family.asChild(other)));
        }));
    }

    /**
     * A parent and its only child.
     *
     * @param childKey columns of the child that refer to the parent, with their values
     */
    private record Family(
            LogicalForeignKey reference,
            Map<String, Cell> parentRow,
            Map<String, Cell> childRow,
            Map<String, Cell> parentKey,
            Map<String, Cell> childKey) {

        static Family of(TableCase table, TableCase parent, LogicalForeignKey reference) {
            boolean self = reference.parent().equals(table.name());
            Map<String, Cell> parentRow = parent.spares().get(0);
            Map<String, Cell> parentKey = TableCase.part(parentRow, reference.parentColumns());
            Map<String, Cell> childKey = renamed(parentKey, reference);
            Map<String, Cell> childRow = new LinkedHashMap<>(table.spares().get(self ? 1 : 0));
            childRow.putAll(childKey);
            return new Family(reference, parentRow, childRow, parentKey, childKey);
        }

        private static Map<String, Cell> renamed(Map<String, Cell> parentKey, LogicalForeignKey reference) {
            Map<String, Cell> childKey = new LinkedHashMap<>();
            List<String> columns = reference.columns();
            for (int i = 0; i < columns.size(); i++) {
                childKey.put(
                        columns.get(i), parentKey.get(reference.parentColumns().get(i)));
            }
            return childKey;
        }

        Map<String, Cell> asChild(Map<String, Cell> otherKey) {
            return renamed(otherKey, reference);
        }

        void move(Stage stage, TableCase table, TableCase parent) throws SQLException {
            stage.insert(parent.name(), parentRow);
            stage.insert(table.name(), childRow);
        }

        /**
         * What became of the child.
         *
         * @param before rows of its table before
         * @param moved what it would refer to if it had followed its parent; empty when that has gone
         */
        String afterwards(Stage stage, TableCase table, long before, Map<String, Cell> moved) throws SQLException {
            boolean self = reference.parent().equals(table.name());
            long gone = before - stage.rows(table.name(), Map.of()) - (self && moved.isEmpty() ? 1 : 0);
            if (gone > 0) {
                return "the other row is deleted, too";
            }
            if (stage.rows(table.name(), childKey) > 0) {
                return "the other row refers to nothing";
            }
            if (!moved.isEmpty() && stage.rows(table.name(), moved) > 0) {
                return "the other row follows";
            }
            Map<String, Cell> nulls = new LinkedHashMap<>();
            childKey.keySet().forEach(column -> nulls.put(column, Cell.NULL));
            return stage.rows(table.name(), nulls) > 0 ? "the other row gets NULL" : "the other row gets its default";
        }
    }
}
