package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One figure above the fold.
 *
 * @param href the section that explains it
 */
public record Tile(String css, String label, String value, String detail, String href) {

    static List<Tile> all(Matrix matrix, List<Share> shares, NotChecked notChecked) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(migrations(matrix.metrics()));
        tiles.add(verdicts("Reversible", Tone.OK, shares, List.of(Outcome.REVERSIBLE), Tone.PLAIN));
        tiles.add(verdicts(
                "Broken",
                Tone.BAD,
                shares,
                List.of(
                        Outcome.MIGRATION_FAILS,
                        Outcome.ROLLBACK_FAILS,
                        Outcome.ROLLBACK_INCOMPLETE,
                        Outcome.NOT_IDEMPOTENT,
                        Outcome.IRREVERSIBLE),
                Tone.OK));
        tiles.add(losses(matrix));
        tiles.add(unchecked(notChecked));
        tiles.add(descent(matrix));
        tiles.add(LongestBlock.tile(matrix));
        tiles.removeIf(Objects::isNull);
        return tiles;
    }

    private static Tile migrations(Metrics metrics) {
        long migrations = metrics.changelogs().stream()
                .mapToLong(changelog -> changelog.migrations().size())
                .sum();
        long ran = metrics.cells().stream().filter(Cell::ran).count();
        int cells = metrics.cells().size();
        return new Tile(
                Tone.PLAIN.css(),
                "Migrations",
                Units.count(migrations),
                ran == cells ? "in " + Units.count(cells, "cell") : "in " + ran + " of " + Units.count(cells, "cell"),
                "#mmp-matrix");
    }

    /** Counts migrations by their worst verdict. */
    private static Tile verdicts(String label, Tone some, List<Share> shares, List<Outcome> of, Tone none) {
        List<Share> matching = shares.stream()
                .filter(share -> of.contains(share.outcome()) && share.count() > 0)
                .toList();
        int count = matching.stream().mapToInt(Share::count).sum();
        String detail = matching.size() == 1 && of.size() > 1
                ? matching.get(0).label()
                : count == 0 ? "none" : of.size() == 1 ? matching.get(0).percent() : matching.size() + " kinds";
        return new Tile((count > 0 ? some : none).css(), label, Units.count(count), detail, "#mmp-matrix");
    }

    /** A loss that the user declared is no defect: it is told, and not counted. */
    private static Tile losses(Matrix matrix) {
        int undeclared = 0;
        int declared = 0;
        for (Metrics.Changelog changelog : matrix.metrics().changelogs()) {
            for (Metrics.Migration migration : changelog.migrations()) {
                if (matrix.worst(changelog, migration.id()) == Outcome.REVERSIBLE_WITH_DATA_LOSS) {
                    boolean intended = matrix.losesOnlyWhatWasDeclared(changelog, migration.id());
                    declared += intended ? 1 : 0;
                    undeclared += intended ? 0 : 1;
                }
            }
        }
        String detail = declared > 0
                ? Units.count(declared) + (undeclared > 0 ? " more, declared" : " declared")
                : undeclared > 0 ? "not declared" : "none";
        return new Tile(
                (undeclared > 0 ? Tone.LOSS : Tone.OK).css(),
                "Lose data",
                Units.count(undeclared),
                detail,
                "#mmp-matrix");
    }

    private static Tile unchecked(NotChecked notChecked) {
        int count = notChecked.migrationCount();
        String detail = notChecked.isEmpty() ? "nothing left out" : notChecked.summary();
        return new Tile(
                (notChecked.isEmpty() ? Tone.OK : Tone.OFF).css(),
                "Not checked",
                notChecked.isEmpty() ? "0" : count > 0 ? Units.count(count) : "!",
                detail,
                "#mmp-not-checked");
    }

    /** Null when no cell walked from head to base. */
    private static Tile descent(Matrix matrix) {
        List<Cell> walked = matrix.metrics().cells().stream()
                .filter(cell ->
                        cell.descent() != null && Result.of(cell.descent().result()) != Result.NOT_RUN)
                .toList();
        if (walked.isEmpty()) {
            return null;
        }
        long failed = walked.stream()
                .filter(cell -> Result.of(cell.descent().result()) == Result.FAILED)
                .count();
        double longest = walked.stream()
                .mapToDouble(cell -> cell.descent().durationMillis())
                .max()
                .orElse(0);
        long stopped = walked.stream()
                .filter(cell -> cell.descent().stoppedAt() != null)
                .count();
        String detail = ends(failed, stopped, Units.count(walked.size(), "cell"));
        Tone tone = failed > 0 ? Tone.BAD : stopped > 0 ? Tone.LOSS : Tone.OK;
        return new Tile(tone.css(), "Head to base", Units.millis(longest), detail, "#mmp-run");
    }

    private static String ends(long failed, long stopped, String cells) {
        if (failed > 0) {
            return "failed in " + failed + " of " + cells;
        }
        return stopped > 0 ? "stopped before base in " + stopped + " of " + cells : "reached everywhere";
    }
}
