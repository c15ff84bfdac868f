package dev.stairway.judge;

import dev.stairway.fingerprint.KeySnapshot.Key;
import dev.stairway.fingerprint.RowChange;
import dev.stairway.fingerprint.RowChanges;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts, pattern by pattern, what was seen key by key. */
public final class PatternChanges {

    private final KeyComparison comparison;
    private final Map<List<String>, Count> counts = new TreeMap<>((a, b) ->
            a.get(0).equals(b.get(0)) ? a.get(1).compareTo(b.get(1)) : a.get(0).compareTo(b.get(0)));

    private PatternChanges(KeyComparison comparison) {
        this.comparison = comparison;
    }

    public static List<PatternChange> of(RowChanges changes, RowMoves moves) {
        PatternChanges patterns = new PatternChanges(new KeyComparison(true, true, changes.toleranceMillis()));
        moves.all()
                .forEach(move -> patterns.add(
                        move.from().table(),
                        move.to().table(),
                        move.from().before(),
                        move.to().after()));
        for (RowChange row : changes.byRow().values()) {
            if (!moves.concerns(row)) {
                patterns.add(
                        row.added() ? "" : row.table(), row.removed() ? "" : row.table(), row.before(), row.after());
            }
        }
        return patterns.counts.entrySet().stream()
                .map(entry -> entry.getValue().of(entry.getKey(), changes.complete()))
                .toList();
    }

    private void add(String from, String to, Key was, Key is) {
        Count count = counts.computeIfAbsent(List.of(from, to), pattern -> new Count());
        count.keys++;
        if (was != null) {
            count.typesBefore.add(was.type());
        }
        if (is != null) {
            count.typesAfter.add(is.type());
        }
        if (was != null && is != null) {
            count.sameValue += comparison.sameValue(was, is) ? 1 : 0;
            count.sameExpiry += comparison.sameExpiry(was, is) ? 1 : 0;
        }
    }

    private static final class Count {

        private long keys;
        private long sameValue;
        private long sameExpiry;
        private final TreeSet<String> typesBefore = new TreeSet<>();
        private final TreeSet<String> typesAfter = new TreeSet<>();

        PatternChange of(List<String> patterns, boolean exact) {
            return new PatternChange(
                    patterns.get(0), patterns.get(1), keys, sameValue, sameExpiry, typesBefore, typesAfter, exact);
        }
    }
}
