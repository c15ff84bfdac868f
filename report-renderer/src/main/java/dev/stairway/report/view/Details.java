package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Step;
import dev.stairway.report.document.Step.DataLoss;
import dev.stairway.report.document.Step.NewData;
import dev.stairway.report.document.Step.SchemaChange;
import dev.stairway.report.document.Step.Statement;
import dev.stairway.report.view.MigrationView.ChangeLine;
import dev.stairway.report.view.MigrationView.Loss;
import dev.stairway.report.view.MigrationView.SchemaGroup;
import dev.stairway.report.view.MigrationView.Sql;
import dev.stairway.report.view.MigrationView.SqlGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Schema changes, statements and losses of one migration; what is equal in several cells is told once. */
final class Details {

    private Details() {}

    /** What did not come back, and after it what had no place to come back to. */
    static List<Loss> losses(Map<Cell, Step> steps, Names names) {
        List<Loss> losses = new ArrayList<>(told(steps, names, Step::dataLoss, Details::loss));
        losses.addAll(told(steps, names, Step::newDataLost, Details::loss));
        return losses;
    }

    /** Says one loss in the words of a database. */
    private interface Telling<T> {
        Loss tell(T loss, String where, Words words);
    }

    private static <T> List<Loss> told(
            Map<Cell, Step> steps, Names names, Function<Step, List<T>> losses, Telling<T> telling) {
        Map<T, List<Cell>> groups = new LinkedHashMap<>();
        steps.forEach((cell, step) -> losses.apply(step)
                .forEach(loss ->
                        groups.computeIfAbsent(loss, key -> new ArrayList<>()).add(cell)));
        return groups.entrySet().stream()
                .map(entry -> telling.tell(
                        entry.getKey(),
                        names.cells(entry.getValue()),
                        names.words(entry.getValue().get(0).database())))
                .toList();
    }

    private static Loss loss(NewData loss, String where, Words words) {
        String noun = loss.column().isEmpty() ? words.item() : "value";
        return new Loss(
                where,
                loss.column().isEmpty() ? loss.table() : loss.table() + "." + loss.column(),
                Units.count(loss.values(), noun),
                "written by the new release, where only the migration has a place for it");
    }

    private static Loss loss(DataLoss loss, String where, Words words) {
        String noun = loss.column().isEmpty() ? words.item() : "value";
        return new Loss(
                where,
                loss.column().isEmpty() ? loss.table() : loss.table() + "." + loss.column(),
                (loss.exact() ? "" : "up to ") + Units.count(loss.rows(), noun),
                loss.declared() ? "declared in the pom" : "not declared");
    }

    static List<SchemaGroup> schema(Map<Cell, Step> steps, Names names) {
        return groups(steps, Details::schemaChanges).entrySet().stream()
                .map(entry -> new SchemaGroup(
                        names.cells(entry.getValue().keySet()),
                        entry.getKey().stream().map(Details::line).toList()))
                .toList();
    }

    /** Key patterns are told in more detail where it is known what became of their keys. */
    private static List<SchemaChange> schemaChanges(Step step) {
        return step.keyChanges().isEmpty()
                ? step.schemaChanges()
                : step.schemaChanges().stream()
                        .filter(change -> !change.object().startsWith("key pattern "))
                        .toList();
    }

    private static ChangeLine line(SchemaChange change) {
        String object = change.attribute().isEmpty() ? change.object() : change.object() + " " + change.attribute();
        String before = value(change.before());
        String after = value(change.after());
        String values = before.equals(after) ? "" : before + " → " + after;
        return switch (change.change()) {
            case "added" -> new ChangeLine(Tone.OK.css(), "+", object, values);
            case "removed" -> new ChangeLine(Tone.BAD.css(), "−", object, values);
            default -> new ChangeLine(Tone.LOSS.css(), "~", object, values);
        };
    }

    private static String value(String value) {
        return value == null || value.isEmpty() ? "nothing" : value;
    }

    static List<SqlGroup> sql(Map<Cell, Step> steps, Names names) {
        List<SqlGroup> groups = new ArrayList<>(sql(steps, names, "Up", Step::upSql));
        groups.addAll(sql(steps, names, "Down", Step::downSql));
        return groups;
    }

    private static List<SqlGroup> sql(
            Map<Cell, Step> steps, Names names, String direction, Function<Step, List<Statement>> statements) {
        Function<Step, List<String>> text =
                step -> statements.apply(step).stream().map(Statement::sql).toList();
        return groups(steps, text).values().stream()
                .map(cells -> new SqlGroup(
                        direction + ", " + names.cells(cells.keySet()),
                        slowest(cells.values().stream().map(statements).toList())))
                .toList();
    }

    /** The same statements from several cells, each with its longest time. */
    private static List<Sql> slowest(List<List<Statement>> runs) {
        return IntStream.range(0, runs.get(0).size())
                .mapToObj(index -> new Sql(
                        runs.get(0).get(index).sql(),
                        Units.millis(runs.stream()
                                .mapToDouble(run -> run.get(index).millis())
                                .max()
                                .orElse(0))))
                .toList();
    }

    /** Cells by equal content, empty content left out. */
    static <T> Map<List<T>, Map<Cell, Step>> groups(Map<Cell, Step> steps, Function<Step, List<T>> content) {
        Map<List<T>, Map<Cell, Step>> groups = new LinkedHashMap<>();
        for (Map.Entry<Cell, Step> entry : steps.entrySet()) {
            List<T> key = content.apply(entry.getValue());
            if (!key.isEmpty()) {
                groups.computeIfAbsent(key, unused -> new LinkedHashMap<>()).put(entry.getKey(), entry.getValue());
            }
        }
        return groups;
    }
}
