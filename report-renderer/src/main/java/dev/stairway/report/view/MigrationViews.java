package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics.Changelog;
import dev.stairway.report.document.Metrics.Migration;
import dev.stairway.report.document.Step;
import dev.stairway.report.view.MigrationView.Fact;
import dev.stairway.report.view.MigrationView.StepRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the drill-downs. */
final class MigrationViews {

    private final Matrix matrix;
    private final Costs costs;
    private final Map<String, List<Finding>> findings = new HashMap<>();

    private MigrationViews(Matrix matrix, Costs costs) {
        this.matrix = matrix;
        this.costs = costs;
        for (Finding finding : matrix.metrics().findings()) {
            findings.computeIfAbsent(finding.changelog() + '\0' + finding.migration(), key -> new ArrayList<>())
                    .add(finding);
        }
    }

    static List<MigrationView> all(Matrix matrix, Costs costs) {
        MigrationViews views = new MigrationViews(matrix, costs);
        List<MigrationView> all = new ArrayList<>();
        for (Changelog changelog : matrix.metrics().changelogs()) {
            int number = 0;
            for (Migration migration : changelog.migrations()) {
                number++;
                all.add(views.view(number, changelog, migration));
            }
        }
        return all;
    }

    private MigrationView view(int number, Changelog changelog, Migration migration) {
        Map<Cell, Step> steps = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Cell cell : matrix.cells(changelog)) {
            outcomes.add(matrix.outcome(cell, migration.id()));
            Step step = matrix.step(cell, migration.id());
            if (step != null) {
                steps.put(cell, step);
            }
        }
        List<Cost> measured = costs.of(changelog.id(), migration.id());
        boolean walked = !matrix.metrics().cells().isEmpty() || measured.isEmpty();
        CostMark mark = CostMark.of(measured);
        Outcome worst = outcomes.stream().reduce(Outcome::worse).orElse(Outcome.NOT_RUN);
        return new MigrationView(
                matrix.link(changelog.id(), migration.id()).href().substring(1),
                number,
                migration.name(),
                walked ? worst.css() : mark.css(),
                walked ? verdict(worst, outcomes) : mark.text(),
                walked ? GridView.group(outcomes) : mark.group(),
                walked ? Units.millis(TimesView.slowest(List.copyOf(steps.values()), Step::upMillis)) : mark.slowest(),
                facts(changelog, migration),
                words(changelog),
                rows(steps),
                WorkRows.of(steps, matrix.names()),
                Details.losses(steps, matrix.names()),
                ClientRows.of(steps, matrix.names()),
                KeyLines.of(steps, matrix.names()),
                Details.schema(steps, matrix.names()),
                Details.sql(steps, matrix.names()),
                findings(changelog, migration),
                CostDetail.all(measured, costs.performance().forecastRows(), matrix));
    }

    private Words words(Changelog changelog) {
        List<Cell> cells = matrix.cells(changelog);
        return matrix.names().words(cells.isEmpty() ? "" : cells.get(0).database());
    }

    private static String verdict(Outcome worst, List<Outcome> outcomes) {
        boolean partly = worst == Outcome.REVERSIBLE && outcomes.contains(Outcome.NOT_COVERED);
        return worst.symbol() + " " + worst.label() + (partly ? " where covered" : "");
    }

    private List<FindingView> findings(Changelog changelog, Migration migration) {
        return findings.getOrDefault(changelog.id() + '\0' + migration.id(), List.of()).stream()
                .map(finding -> FindingView.of(finding, matrix))
                .toList();
    }

    private List<Fact> facts(Changelog changelog, Migration migration) {
        List<Fact> facts = new ArrayList<>();
        boolean alone = matrix.metrics().changelogs().size() == 1;
        facts.add(new Fact("changelog", alone ? "" : changelog.id()));
        facts.add(new Fact("id", saidByOtherFacts(migration) ? "" : migration.id()));
        facts.add(new Fact("file", migration.position()));
        facts.add(new Fact("does", migration.description()));
        facts.add(new Fact("rollback", rollback(migration.rollback())));
        facts.add(new Fact("author", migration.author()));
        facts.removeIf(fact -> fact.value().isBlank());
        return facts;
    }

    /** Liquibase's ids are made of file, name and author, which are shown anyway. */
    private static boolean saidByOtherFacts(Migration migration) {
        String id = migration.id();
        return id.equals(migration.name())
                || id.equals(migration.file() + "::" + migration.name() + "::" + migration.author());
    }

    private static String rollback(String kind) {
        return switch (kind) {
            case "WRITTEN" -> "written";
            case "AUTOMATIC" -> "automatic, made by the engine";
            case "EMPTY" -> "empty";
            case "MISSING" -> "missing";
            default -> kind;
        };
    }

    private List<StepRow> rows(Map<Cell, Step> steps) {
        List<StepRow> rows = new ArrayList<>();
        steps.forEach((cell, step) -> {
            Outcome outcome = Outcome.of(step.verdict());
            rows.add(new StepRow(
                    matrix.names().cell(cell),
                    outcome.css(),
                    outcome.symbol() + " " + outcome.label(),
                    Units.millis(step.upMillis()),
                    Units.millis(step.downMillis()),
                    Units.millis(step.upAgainMillis()),
                    Units.millis(step.checkMillis()),
                    Units.count(step.rowsBefore()),
                    step.reason()));
        });
        return rows;
    }
}
