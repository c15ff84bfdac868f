package dev.stairway.safety;

import dev.stairway.engine.Position;
import dev.stairway.finding.Observed;
import dev.stairway.lint.Catalogue;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remark;
import dev.stairway.report.document.Metrics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds predictions that were written down against a run that came to its end later. */
public final class Hindsight {

    /**
     * A danger that was read from the text.
     *
     * @param rule id
     * @param migration id
     * @param checksum of the migration as it was read; empty where nobody knows
     * @param statement as it is written; empty where it is about a migration
     * @param object name of the table, index, key; empty where there is none
     */
    public record Foretold(String rule, String migration, String checksum, String statement, String object) {}

    private final Witness witness;
    private final Map<String, Facts> rules;

    /** @param run that has seen the same migrations */
    public Hindsight(Metrics run) {
        this.witness = new Witness(new EarlierRuns(List.of(run), List.of()));
        this.rules =
                Catalogue.rules().stream().map(LintRule::facts).collect(Collectors.toMap(Facts::id, facts -> facts));
    }

    /**
     * What the run saw of it.
     *
     * @param product on which it was predicted
     */
    public Observed of(String changelog, String product, Foretold danger) {
        Remark remark = new Remark(
                rules.get(danger.rule()),
                danger.migration(),
                Position.UNKNOWN,
                0,
                danger.statement(),
                danger.object(),
                "",
                "");
        return witness.of(changelog, product, danger.migration(), danger.checksum(), remark);
    }

    /** What was seen, for people. */
    public static List<String> lines(Observed observed) {
        return RemarkFinding.lines(observed);
    }
}
