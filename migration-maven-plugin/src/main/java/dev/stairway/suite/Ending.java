package dev.stairway.suite;

import dev.stairway.metrics.MetricsDocument;
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
        boolean measures = result.document().performance() != null;
        boolean measured = measures && result.document().cells().isEmpty();
        Costs costs = new Costs(result.document());
        String summary = measured ? costs.summary(result.report()) : verdicts.summary();
        List<String> table = new ArrayList<>(measured ? costs.table() : verdicts.table());
        if (measures && !measured) {
            table.addAll(costs.table());
        }
        MetricsDocument.Shard shard = result.document().run().shard();
        if (shard != null) {
            table.add(share(shard));
        }
        return new Ending(
                table,
                warnings(verdicts, costs),
                summary,
                result.document().gate().failed(),
                verdicts.failure(summary));
    }

    private static String share(MetricsDocument.Shard shard) {
        long mine = shard.matrix().stream()
                .filter(cell -> cell.shard() == shard.index())
                .count();
        return "  shard " + shard.index() + "/" + shard.count() + ": " + mine + " of "
                + shard.matrix().size() + " cells" + (mine == 0 && !reads(shard) ? ", nothing to do" : "")
                + "; goal report-aggregate puts all shards together";
    }

    private static boolean reads(MetricsDocument.Shard shard) {
        return shard.parts().stream().anyMatch(part -> VerifyParts.READS.contains(part.part()));
    }

    private static List<String> warnings(Verdicts verdicts, Costs costs) {
        List<String> warnings = new ArrayList<>(costs.regressions());
        warnings.addAll(verdicts.worstInShort());
        return warnings;
    }
}
