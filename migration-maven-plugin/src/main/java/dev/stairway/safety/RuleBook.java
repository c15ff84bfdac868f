package dev.stairway.safety;

import dev.stairway.finding.RuleId;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules as a project wants them. */
final class RuleBook {

    private final List<LintRule> all;
    private final Map<String, RuleSetting> settings;

    RuleBook(List<LintRule> all, List<RuleSetting> settings) {
        this.all = List.copyOf(all);
        this.settings = settings.stream().collect(Collectors.toMap(RuleSetting::rule, Function.identity()));
    }

    /** Those that are asked. */
    List<LintRule> on() {
        return all.stream().filter(rule -> on(rule.facts())).toList();
    }

    private boolean on(Facts facts) {
        RuleSetting setting = settings.get(facts.id());
        // Whoever gives a rule a severity or a number wants it.
        boolean wanted = setting != null && setting.on() == null;
        return setting != null && setting.on() != null ? setting.on() : facts.on() || wanted;
    }

    /** With the severity that the project gives it. */
    RuleId named(Facts facts) {
        RuleSetting setting = settings.get(facts.id());
        boolean own = setting == null || setting.severity() == null;
        return new RemarkFinding.Named(facts.id(), own ? facts.severity() : setting.severity());
    }

    Map<String, Integer> limits() {
        Map<String, Integer> limits = new HashMap<>();
        settings.values().stream()
                .filter(setting -> setting.limit() != null)
                .forEach(setting -> limits.put(setting.rule(), setting.limit()));
        return limits;
    }

    Set<String> ids() {
        return all.stream().map(rule -> rule.facts().id()).collect(Collectors.toSet());
    }
}
