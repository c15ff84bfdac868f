package dev.stairway.metrics;

import java.util.List;

/**
 * What reading the migrations said, by goal {@code safety}. Its findings stand with all others.
 *
 * @param rulesAsked how many rules were asked
 * @param changelogs one entry per changelog and product
 * @param rules those that found something, in the order of the catalogue
 * @param runsUnread why results of other goals could not be used, one line each
 */
public record Safety(int rulesAsked, List<SafetyEntry> changelogs, List<RuleEntry> rules, List<String> runsUnread) {

    /**
     * @param versions of the product, oldest first
     * @param released migrations that an earlier release had, which are not judged
     * @param judged migrations that are
     * @param safe judged ones of which no rule says more than a note
     * @param risky judged ones of which the worst is a warning
     * @param dangerous judged ones of which the worst is an error, waived or not
     * @param statements of the judged ones, of both ways
     * @param notCovered those that no rule could judge
     */
    public record SafetyEntry(
            String changelog,
            String product,
            List<String> versions,
            int released,
            int judged,
            int safe,
            int risky,
            int dangerous,
            int statements,
            List<NotCovered> notCovered) {}

    /**
     * @param migration id; empty where it is not known
     * @param file as the engine names it; empty where unknown
     * @param line 1-based, 0 where unknown
     * @param statement its first line; empty where it is not known
     * @param reason why
     */
    public record NotCovered(String migration, String file, int line, String statement, String reason) {}

    /**
     * A rule with how often runs have borne it out here.
     *
     * @param code short code of the catalogue
     * @param title what it catches
     * @param effect what happens in production
     * @param instead what to do instead
     * @param sources pages of manuals
     * @param findings how many
     * @param confirmed how many of them a run has shown to be true
     * @param refuted how many of them a run has shown not to be true
     */
    public record RuleEntry(
            String id,
            String code,
            String severity,
            String title,
            String effect,
            String instead,
            List<String> sources,
            int findings,
            int confirmed,
            int refuted) {}
}
