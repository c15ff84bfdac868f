package dev.stairway.compare.behaviour;

import dev.stairway.data.value.Value;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What databases put in by themselves: defaults, counted numbers, computed columns. */
final class DefaultProbes implements Generator {

    @Override
    public void probes(TableCase table, Map<String, TableCase> others, Consumer<Probe> out) {
        for (Subject subject : table.subjects()) {
            if (table.computed().contains(subject.column())) {
                computed(table, subject, out);
            } else if (table.counted().contains(subject.column())) {
                counted(table, subject, out);
            } else if (table.defaulted().contains(subject.column())) {
                Map<String, Cell> row = table.without(subject.column());
                out.accept(new Probe(
                        ProbeKind.DEFAULT_VALUE,
                        subject,
                        "",
                        "the default of a column",
                        stage -> Shapes.fallback(stage, table.name(), row, subject)));
            }
        }
    }

    private static void computed(TableCase table, Subject subject, Consumer<Probe> out) {
        out.accept(new Probe(
                ProbeKind.GENERATED_VALUE,
                subject,
                "computed",
                "the value of a generated column",
                stage -> stage.insert(table.name(), table.without(subject.column()), subject)));
    }

    private static void counted(TableCase table, Subject subject, Consumer<Probe> out) {
        Map<String, Cell> without = table.without(subject.column());
        out.accept(new Probe(
                ProbeKind.GENERATED_VALUE,
                subject,
                "omitted",
                "a row without its " + subject.typeText() + " key",
                stage -> {
                    Stored stored = stage.insert(table.name(), without, subject);
                    return number(stored);
                }));
        out.accept(Generator.insert(
                ProbeKind.GENERATED_VALUE,
                table,
                subject,
                "explicit",
                "an explicit number for the counted " + subject.typeText() + " key",
                Cell.number("30001")));
        if (table.spares().size() > 1 && table.countedEverywhere().contains(subject.column())) {
            out.accept(new Probe(
                    ProbeKind.GENERATED_VALUE,
                    subject,
                    "after explicit",
                    "a counted key after the next one was given explicitly",
                    stage -> afterExplicit(table, subject, stage)));
        }
    }

    private static Stored number(Stored stored) {
        return stored.told() ? Stored.of(stored.canonical() == null ? "no number" : "a number") : stored;
    }

    private static Stored afterExplicit(TableCase table, Subject subject, Stage stage) throws SQLException {
        Map<String, Cell> without = table.without(subject.column());
        stage.given(() -> {
            String given = stage.insert(table.name(), without, subject).canonical();
            if (given == null || !given.matches("\\d{1,18}")) {
                throw new SQLException("no number is counted");
            }
            Value next = Value.number(Long.toString(Long.parseLong(given) + 1));
            Map<String, Cell> explicit = TableCase.with(table.spares().get(1), subject.column(), Cell.of(next));
            stage.delete(table.name(), Map.of(subject.column(), Cell.of(Value.number(given))));
            stage.insert(table.name(), explicit, subject);
        });
        Stored stored = stage.insert(table.name(), without, subject);
        return number(stored);
    }

    static List<Generator> all() {
        return List.of(
                new NullProbes(),
                new KeyProbes(),
                new ReferenceProbes(),
                new TextProbes(),
                new NumberProbes(),
                new FormProbes(),
                new BooleanProbes(),
                new MomentProbes(),
                new OrderProbes(),
                new DefaultProbes(),
                new CheckProbes());
    }
}
