package dev.stairway.suite;

import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ShardPart;
import dev.stairway.report.document.Metrics;
import dev.stairway.safety.Hindsight;
import java.util.function.Function;

/** The document of a run with several parts, from those of its shards: part by part, in the order in which one run does them. */
final class MergedVerify {

    private MergedVerify() {}

    /** @param read what is known so far, as others read it */
    static MetricsDocument of(Shards shards, Function<MetricsDocument, Metrics> read) {
        VerifyDraft draft = new VerifyDraft(shards.any().changelogs(), shards::run, shards.gate());
        for (ShardPart part : shards.parts()) {
            Shards only = shards.only(part.part());
            draft.add(
                    part.part(),
                    switch (part.part()) {
                        // One shard has done it for all.
                        case VerifyParts.VALIDATE -> only.any();
                        case VerifyParts.SAFETY ->
                            new HeldPredictions(only.any(), part, new Hindsight(read.apply(draft.document())))
                                    .document();
                        default -> MergedDocument.of(only);
                    });
        }
        return draft.document();
    }
}
