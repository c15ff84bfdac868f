package dev.stairway.report.view;

import dev.stairway.report.document.Performance.Query;
import java.util.List;

/**
 * What a migration does to a query.
 *
 * @param cost by the planner, as a ratio
 * @param pages that were touched, as a ratio
 * @param before plan in lines; empty where there is none
 */
public record QueryRow(
        String css,
        String kind,
        String query,
        MigrationLink migration,
        String where,
        String text,
        String cost,
        String pages,
        List<String> before,
        List<String> after) {

    static QueryRow of(Query query, Matrix matrix) {
        return new QueryRow(
                tone(query.kind()).css(),
                kind(query.kind()),
                query.query(),
                matrix.link(query.changelog(), query.migration()),
                matrix.names().database(query.database()),
                query.text(),
                Units.ratio(query.costRatio()),
                Units.ratio(query.buffersRatio()),
                query.before(),
                query.after());
    }

    private static Tone tone(String kind) {
        return switch (kind) {
            case "FAILS_AFTER", "FAILS_BEFORE" -> Tone.BAD;
            case "INDEX_LOST", "SEQUENTIAL_SCAN", "COSTLIER" -> Tone.LOSS;
            case "CHEAPER" -> Tone.OK;
            default -> Tone.OFF;
        };
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "FAILS_AFTER" -> "old query fails";
            case "FAILS_BEFORE" -> "new query fails before";
            case "INDEX_LOST" -> "index lost";
            case "SEQUENTIAL_SCAN" -> "reads the whole table";
            case "COSTLIER" -> "costlier";
            case "CHEAPER" -> "cheaper";
            case "PLAN_CHANGED" -> "another plan";
            default -> kind;
        };
    }
}
