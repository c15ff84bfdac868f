package dev.stairway.safety;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Observed;
import dev.stairway.finding.Observed.Outcome;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remark;
import dev.stairway.report.document.Metrics;
import java.util.ArrayList;
import java.util.List;

/** Holds predictions against what other goals have seen of the same migration, word for word the same. */
final class Witness {

    private static final int SHOWN = 3;

    private final List<Metrics> runs;

    Witness(EarlierRuns runs) {
        this.runs = runs.documents();
    }

    /** @param product on which it was predicted */
    Observed of(String changelog, String product, Migration migration, Remark remark) {
        return of(changelog, product, migration.id(), migration.checksum(), remark);
    }

    Observed of(String changelog, String product, String migration, String checksum, Remark remark) {
        List<Sighting> sightings = new ArrayList<>();
        for (Metrics run : runs) {
            if (same(run, changelog, migration, checksum)) {
                Played played = new Played(run, changelog, product, migration);
                // A set of Java's has another order in every process.
                remark.rule().proofs().stream()
                        .sorted()
                        .forEach(proof -> sightings.addAll(sightings(played, proof, remark)));
            }
        }
        return judged(sightings);
    }

    private static List<Sighting> sightings(Played played, Proof proof, Remark remark) {
        return switch (proof) {
            case BLOCKS_READS -> played.locks("READS", remark);
            case BLOCKS_WRITES -> played.locks("WRITES", remark);
            case REWRITES -> played.rewrites(remark);
            case FAILS -> played.found(remark, List.of("migration-fails", "migration-fails-on-data"));
            case FAILS_ON_ROWS -> played.foundOnRows(remark, List.of("migration-fails-on-data"));
            case LOSES_DATA -> played.losses(remark);
            case ROLLBACK_BROKEN ->
                played.found(
                        remark,
                        List.of(
                                "rollback-missing",
                                "rollback-empty",
                                "rollback-executes-nothing",
                                "rollback-fails",
                                "rollback-incomplete",
                                "rollback-loses-data",
                                "rollback-loses-new-rows"));
            case REPEAT_DIFFERS ->
                played.found(
                        remark,
                        List.of(
                                "reapply-fails",
                                "reapply-differs",
                                "reapply-computes-other-values",
                                "repeat-changes-state",
                                "second-run-changes-state"));
            case QUERY_SUFFERS ->
                played.foundByQueries(
                        remark,
                        List.of(
                                "query-fails-after-migration",
                                "query-loses-index",
                                "query-reads-whole-table",
                                "query-costs-more"));
            case DATABASES_DIFFER -> played.foundBetweenVersions(remark, List.of("differs-between-versions"));
        };
    }

    private static boolean same(Metrics run, String changelog, String migration, String checksum) {
        return run.changelogs().stream()
                .filter(entry -> entry.id().equals(changelog))
                .flatMap(entry -> entry.migrations().stream())
                .anyMatch(entry ->
                        entry.id().equals(migration) && entry.checksum().equals(checksum));
    }

    private static Observed judged(List<Sighting> sightings) {
        List<String> proven = seen(sightings, true);
        if (!proven.isEmpty()) {
            return new Observed(Outcome.CONFIRMED, proven);
        }
        List<String> refuted = seen(sightings, false);
        return new Observed(refuted.isEmpty() ? Outcome.UNPROVEN : Outcome.REFUTED, refuted);
    }

    private static List<String> seen(List<Sighting> sightings, boolean proves) {
        return sightings.stream()
                .filter(sighting -> sighting.proves() == proves)
                .flatMap(sighting -> sighting.seen().stream())
                .distinct()
                .limit(SHOWN)
                .toList();
    }
}
