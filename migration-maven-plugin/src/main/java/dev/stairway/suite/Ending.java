package dev.stairway.suite;

import java.util.ArrayList;
import java.util.List;

/**
 * How a run ended, in words: all that its caller has to say.
 *
 * @param table one line per cell
 * @param warnings regressions and the worst open findings, one line each, for a build that goes on
 * @param summary the last line
 * @param gateFailed true when the build shall fail
 * @param failure why, ending with the summary; what to throw when the gate failed
 */
public record Ending(List<String> table, List<String> warnings, String summary, boolean gateFailed, String failure) {

    public static Ending of(Suite.Result result) {
        Verdicts verdicts = new Verdicts(result);
        boolean measured = result.document().performance() != null;
        Costs costs = new Costs(result.document());
        String summary = measured ? costs.summary(result.report()) : verdicts.summary();
        return new Ending(
                measured ? costs.table() : verdicts.table(),
                warnings(verdicts, costs),
                summary,
                result.document().gate().failed(),
                verdicts.failure(summary));
    }

    private static List<String> warnings(Verdicts verdicts, Costs costs) {
        List<String> warnings = new ArrayList<>(costs.regressions());
        warnings.addAll(verdicts.worstInShort());
        return warnings;
    }
}
