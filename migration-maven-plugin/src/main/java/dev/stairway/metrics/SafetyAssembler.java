package dev.stairway.metrics;

import dev.stairway.finding.Finding;
import dev.stairway.finding.Observed.Outcome;
import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.Judgement;
import dev.stairway.lint.Remark;
import dev.stairway.lint.Targets;
import dev.stairway.lint.Targets.Version;
import dev.stairway.metrics.Safety.NotCovered;
import dev.stairway.metrics.Safety.RuleEntry;
import dev.stairway.metrics.Safety.SafetyEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns what reading said into records of the document. */
public final class SafetyAssembler {

    private SafetyAssembler() {}

    /**
     * @param findings about migrations of this changelog on this product
     * @param released migrations that were not judged
     * @param judged migrations that were
     */
    public static SafetyEntry entry(
            String changelog, Targets targets, Judgement judgement, List<Finding> findings, int released, int judged) {
        List<NotCovered> notCovered = judgement.notJudged().stream()
                .map(one -> new NotCovered(
                        one.migration().id(), one.at().file(), one.at().line(), one.statement(), one.reason()))
                .toList();
        Map<String, Severity> worst = worst(findings);
        int dangerous = count(worst, Severity.ERROR);
        int risky = count(worst, Severity.WARNING);
        return new SafetyEntry(
                changelog,
                targets.product(),
                targets.versions().stream().map(Version::toString).toList(),
                released,
                judged,
                Math.max(0, judged - dangerous - risky),
                risky,
                dangerous,
                judgement.statements(),
                notCovered);
    }

    private static Map<String, Severity> worst(List<Finding> findings) {
        Map<String, Severity> worst = new HashMap<>();
        findings.stream()
                .filter(finding -> finding.migration() != null)
                .forEach(finding -> worst.merge(
                        finding.migration().id(),
                        finding.rule().severity(),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other));
        return worst;
    }

    private static int count(Map<String, Severity> worst, Severity severity) {
        return (int) worst.values().stream().filter(severity::equals).count();
    }

    /**
     * @param remarks of all changelogs and products
     * @param findings made of them, in the same order
     */
    public static List<RuleEntry> rules(List<Remark> remarks, List<Finding> findings) {
        Map<String, List<Integer>> byRule =
                new TreeMap<>(Comparator.comparing(SafetyAssembler::group).thenComparing(Comparator.naturalOrder()));
        for (int at = 0; at < remarks.size(); at++) {
            byRule.computeIfAbsent(remarks.get(at).rule().code(), code -> new ArrayList<>())
                    .add(at);
        }
        return byRule.values().stream()
                .map(places -> rule(
                        remarks.get(places.get(0)).rule(),
                        places.stream().map(findings::get).toList()))
                .toList();
    }

    private static int group(String code) {
        return "GPLRCQ".indexOf(code.charAt(0));
    }

    private static RuleEntry rule(Facts facts, List<Finding> findings) {
        return new RuleEntry(
                facts.id(),
                facts.code(),
                findings.get(0).rule().severity().name(),
                facts.title(),
                facts.effect(),
                facts.instead(),
                facts.sources(),
                findings.size(),
                count(findings, Outcome.CONFIRMED),
                count(findings, Outcome.REFUTED));
    }

    private static int count(List<Finding> findings, Outcome outcome) {
        return (int) findings.stream()
                .filter(finding -> finding.observed().outcome() == outcome)
                .count();
    }
}
