package dev.stairway.safety;

import dev.stairway.finding.Severity;

/**
 * What a project wants of a rule otherwise than its facts say.
 *
 * @param rule id
 * @param on null for the rule's own
 * @param severity null for the rule's own
 * @param limit the number that it compares with; null for the rule's own
 */
public record RuleSetting(String rule, Boolean on, Severity severity, Integer limit) {}
