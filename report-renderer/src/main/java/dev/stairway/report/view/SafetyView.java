package dev.stairway.report.view;

import dev.stairway.report.document.Safety;
import dev.stairway.report.document.Safety.Entry;
import dev.stairway.report.document.Safety.NotCovered;
import dev.stairway.report.document.Safety.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * What reading the migrations said.
 *
 * @param asked one sentence
 * @param products what was read for each product
 * @param rules those that found something, with how often runs bore them out
 * @param notCovered statements that no rule could judge, at most 200
 * @param notShown how many more there are
 * @param runsUnread why results of other goals could not be used
 */
public record SafetyView(
        String asked,
        List<ProductRow> products,
        List<RuleRow> rules,
        List<NotCoveredRow> notCovered,
        int notShown,
        List<String> runsUnread) {

    private static final int SHOWN = 200;

    /** @param what {@code postgresql 14, 18}, with the changelog where there are several */
    public record ProductRow(
            String what,
            int judged,
            int safe,
            int risky,
            int dangerous,
            int released,
            int statements,
            String covered) {}

    /** @param precision of what runs could tell: {@code 3 of 4}; a dash where they told nothing */
    public record RuleRow(
            String id,
            String code,
            String title,
            int findings,
            int confirmed,
            int refuted,
            int unproven,
            String precision) {}

    /** @param position file and line */
    public record NotCoveredRow(String product, String position, String statement, String reason) {}

    /** Null when the migrations were not read. */
    static SafetyView of(Matrix matrix) {
        Safety safety = matrix.metrics().safety();
        if (safety == null) {
            return null;
        }
        List<NotCoveredRow> open = notCovered(safety);
        return new SafetyView(
                asked(safety),
                safety.changelogs().stream()
                        .map(entry -> product(entry, matrix))
                        .toList(),
                safety.rules().stream().map(SafetyView::rule).toList(),
                open.stream().limit(SHOWN).toList(),
                Math.max(0, open.size() - SHOWN),
                safety.runsUnread());
    }

    private static String asked(Safety safety) {
        return Units.count(safety.rulesAsked(), "rule") + " asked, "
                + Units.count(safety.rules().size(), "rule") + " found something.";
    }

    private static ProductRow product(Entry entry, Matrix matrix) {
        String product = Names.productName(entry.product()) + " " + String.join(", ", entry.versions());
        int open = entry.notCovered().size();
        return new ProductRow(
                matrix.metrics().changelogs().size() > 1 ? entry.changelog() + " · " + product : product,
                entry.judged(),
                entry.safe(),
                entry.risky(),
                entry.dangerous(),
                entry.released(),
                entry.statements(),
                open == 0 ? "all" : "all but " + open);
    }

    private static RuleRow rule(Rule rule) {
        int told = rule.confirmed() + rule.refuted();
        return new RuleRow(
                rule.id(),
                rule.code(),
                rule.title(),
                rule.findings(),
                rule.confirmed(),
                rule.refuted(),
                Math.max(0, rule.findings() - told),
                told == 0 ? "–" : rule.confirmed() + " of " + told);
    }

    private static List<NotCoveredRow> notCovered(Safety safety) {
        List<NotCoveredRow> rows = new ArrayList<>();
        for (Entry entry : safety.changelogs()) {
            for (NotCovered one : entry.notCovered()) {
                String position = one.file().isEmpty() || one.line() == 0 ? one.file() : one.file() + ":" + one.line();
                rows.add(
                        new NotCoveredRow(Names.productName(entry.product()), position, one.statement(), one.reason()));
            }
        }
        return rows;
    }
}
