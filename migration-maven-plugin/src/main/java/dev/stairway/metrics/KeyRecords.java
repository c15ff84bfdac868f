package dev.stairway.metrics;

import dev.stairway.judge.PatternChange;
import dev.stairway.metrics.MetricsDocument.KeyChange;
import dev.stairway.metrics.MetricsDocument.LiveSessions;
import dev.stairway.run.LiveReport;
import java.util.List;

/** What was seen of keys as records of the metrics document. */
final class KeyRecords {

    private KeyRecords() {}

    static KeyChange change(PatternChange change) {
        return new KeyChange(
                nullIfEmpty(change.before()),
                nullIfEmpty(change.after()),
                change.keys(),
                change.sameValue(),
                change.sameExpiry(),
                List.copyOf(change.typesBefore()),
                List.copyOf(change.typesAfter()),
                change.exact());
    }

    /** In a report an absent pattern is empty text, in the document it is null. */
    private static String nullIfEmpty(String pattern) {
        return pattern.isEmpty() ? null : pattern;
    }

    static LiveSessions live(LiveReport.Way way) {
        return new LiveSessions(
                way.notPlayed(),
                way.clients(),
                way.keys(),
                way.acknowledged(),
                way.refused(),
                way.kept(),
                way.migrated(),
                way.expired(),
                way.leftBefore(),
                way.superseded(),
                way.lost(),
                way.duplicated(),
                way.leftBehind(),
                way.wrongReads(),
                way.longestCommand(),
                thousandths(way.longestMillis()),
                thousandths(way.idleLongestMillis()));
    }

    private static double thousandths(double millis) {
        return Math.round(millis * 1e3) / 1e3;
    }
}
