package dev.stairway.report.export;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Step;
import dev.stairway.report.view.Outcome;
import dev.stairway.report.view.Result;
import dev.stairway.report.view.Units;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The document as test suites: one per cell, and one for the findings that belong to no cell's migration. */
final class Suites {

    private static final String FINDINGS = "findings";

    private final Metrics metrics;
    private final String timestamp;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<Finding>> byMigration;
    private final Set<Finding> told = Collections.newSetFromMap(new IdentityHashMap<>());

    private Suites(Metrics metrics) {
        this.metrics = metrics;
        this.timestamp = metrics.run().startedAt().replaceFirst("(\\.\\d+)?Z$", "");
        this.byMigration = metrics.findings().stream().collect(Collectors.groupingBy(Finding::migration));
        metrics.changelogs()
                .forEach(changelog -> changelog
                        .migrations()
                        .forEach(migration -> names.put(changelog.id() + '\0' + migration.id(), migration.name())));
    }

    static List<TestSuite> of(Metrics metrics) {
        Suites suites = new Suites(metrics);
        List<TestSuite> all = new ArrayList<>();
        metrics.cells().forEach(cell -> all.add(suites.suite(cell)));
        List<TestCase> rest = suites.rest();
        if (!rest.isEmpty()) {
            all.add(new TestSuite(FINDINGS, suites.timestamp, 0, rest));
        } else if (all.isEmpty()) {
            all.add(new TestSuite(FINDINGS, suites.timestamp, 0, List.of(suites.nothingFound())));
        }
        return all;
    }

    /** A build server takes a run without any file for one that did not happen. */
    private TestCase nothingFound() {
        List<String> read = metrics.changelogs().stream()
                .map(changelog -> changelog.location() + ": "
                        + Units.count(changelog.migrations().size(), "migration"))
                .toList();
        return TestCase.passed("nothing was found", 0, read);
    }

    private TestSuite suite(Cell cell) {
        List<TestCase> cases = new ArrayList<>();
        if (!cell.ran()) {
            cases.add(TestCase.skipped("whole cell", cell.reason()));
        }
        cell.steps().forEach(step -> cases.addAll(cases(cell, step)));
        if (cell.descent() != null) {
            cases.add(descent(cell.descent()));
        }
        return new TestSuite(cell.id(), timestamp, cell.durationMillis() / 1000.0, cases);
    }

    private List<TestCase> cases(Cell cell, Step step) {
        String name = names.getOrDefault(cell.changelog() + '\0' + step.migration(), step.migration());
        Outcome outcome = Outcome.of(step.verdict());
        if (outcome.isUnchecked()) {
            return List.of(TestCase.skipped(name, reason(step, outcome)));
        }
        List<Finding> findings = findings(cell, step);
        told.addAll(findings);
        List<TestCase> cases = new ArrayList<>();
        for (Check check : Check.values()) {
            cases.add(check(name + " " + check.label(), check, step, outcome, findings));
        }
        if (outcome == Outcome.REVERSIBLE) {
            findings.forEach(finding -> cases.add(of(name + " " + finding.rule(), finding)));
        }
        return cases;
    }

    private List<Finding> findings(Cell cell, Step step) {
        return byMigration.getOrDefault(step.migration(), List.of()).stream()
                .filter(finding -> finding.concerns(cell, step.migration()))
                .toList();
    }

    private static TestCase check(String name, Check check, Step step, Outcome outcome, List<Finding> findings) {
        if (check.isBrokenBy(outcome)) {
            return broken(name, check, step, outcome, findings);
        }
        return check.isReached(outcome)
                ? TestCase.passed(name, check.seconds(step), List.of())
                : TestCase.skipped(name, "not reached: " + outcome.label());
    }

    /** Broken, but only what the run itself counts as an open error is a failure to the build server. */
    private static TestCase broken(String name, Check check, Step step, Outcome outcome, List<Finding> findings) {
        List<Finding> errors = findings.stream().filter(Finding::isOpenError).toList();
        if (!errors.isEmpty() || findings.isEmpty() && !step.losesOnlyWhatWasDeclared()) {
            String message =
                    errors.isEmpty() ? reason(step, outcome) : errors.get(0).title();
            String type = errors.isEmpty() ? outcome.name() : errors.get(0).rule();
            String text = errors.stream().map(Suites::text).collect(Collectors.joining("\n\n"));
            return TestCase.failed(name, check.seconds(step), type, message, text);
        }
        if (!findings.isEmpty() && findings.stream().allMatch(Finding::waived)) {
            return TestCase.skipped(name, "waived: " + findings.get(0).waiver());
        }
        List<String> output = new ArrayList<>(List.of(reason(step, outcome)));
        findings.forEach(finding -> output.add(text(finding)));
        return TestCase.passed(name, check.seconds(step), output);
    }

    private static String reason(Step step, Outcome outcome) {
        return step.reason().isEmpty() ? outcome.label() : outcome.label() + ": " + step.reason();
    }

    private static TestCase descent(Cell.Descent descent) {
        double seconds = descent.durationMillis() / 1000;
        return switch (Result.of(descent.result())) {
            case PASSED -> TestCase.passed("head to base", seconds, List.of());
            case FAILED -> TestCase.failed("head to base", seconds, "descent", descent.reason(), stopped(descent));
            case NOT_RUN -> TestCase.skipped("head to base", descent.reason());
        };
    }

    private static String stopped(Cell.Descent descent) {
        return descent.stoppedAt() == null ? "" : "stopped at " + descent.stoppedAt();
    }

    private List<TestCase> rest() {
        return metrics.findings().stream()
                .filter(finding -> !told.contains(finding))
                .map(finding -> of(subject(finding) + " " + finding.rule(), finding))
                .toList();
    }

    private String subject(Finding finding) {
        return finding.migration().isEmpty()
                ? finding.changelog()
                : names.getOrDefault(finding.changelog() + '\0' + finding.migration(), finding.migration());
    }

    private static TestCase of(String name, Finding finding) {
        if (finding.waived()) {
            return TestCase.skipped(name, "waived: " + finding.waiver());
        }
        return finding.isOpenError()
                ? TestCase.failed(name, 0, finding.rule(), finding.title(), text(finding))
                : TestCase.passed(name, 0, List.of(finding.severity() + " " + text(finding)));
    }

    private static String text(Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add(finding.title());
        lines.add(finding.position());
        finding.evidence().forEach(line -> lines.add("  " + line));
        lines.add(finding.remedy());
        lines.removeIf(String::isBlank);
        return String.join("\n", lines);
    }
}
