package dev.stairway.suite;

import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.metrics.MetricsDocument.Run;
import dev.stairway.metrics.MetricsDocument.Shard;
import dev.stairway.metrics.MetricsDocument.ShardPart;
import java.util.List;

/** The document of a shard as if it had done one of its parts alone. */
final class OnePart {

    private OnePart() {}

    static MetricsDocument of(MetricsDocument whole, String part) {
        boolean walks = part.equals(VerifyParts.TEST);
        return new MetricsDocument(
                whole.formatVersion(),
                run(whole.run(), part),
                whole.changelogs(),
                whole.databases(),
                walks ? whole.cells() : List.of(),
                walks ? whole.versions() : List.of(),
                findings(whole.run().shard(), part),
                part.equals(VerifyParts.PERF) ? whole.performance() : null,
                part.equals(VerifyParts.SAFETY) ? whole.safety() : null,
                part.equals(VerifyParts.CROSS_DB) ? whole.crossDb() : null,
                part.equals(VerifyParts.BACKUP_TEST) ? whole.backups() : null,
                null,
                whole.gate());
    }

    private static Run run(Run run, String part) {
        Shard shard = run.shard();
        return new Run(
                run.startedAt(),
                run.durationMillis(),
                run.goal(),
                run.seed(),
                run.project(),
                run.projectName(),
                run.tool(),
                new Shard(
                        shard.index(),
                        shard.count(),
                        shard.inputs(),
                        shard.matrix().stream()
                                .filter(cell -> cell.part().equals(part))
                                .toList(),
                        shard.failOnSeverity(),
                        shard.maxAllowed(),
                        shard.waivers(),
                        List.of()));
    }

    private static List<Finding> findings(Shard shard, String part) {
        return shard.parts().stream()
                .filter(done -> done.part().equals(part))
                .map(ShardPart::findings)
                .findFirst()
                .orElse(List.of());
    }
}
