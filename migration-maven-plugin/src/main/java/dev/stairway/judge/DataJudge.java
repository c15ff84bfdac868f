package dev.stairway.judge;

import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.RowIndex;
import dev.stairway.fingerprint.TableData;
import dev.stairway.fingerprint.TableData.ColumnData;
import dev.stairway.judge.Loss.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Says what of a table's data did not survive a way back. Counts row by row where the rows are indexed by a key, else by
 * the digests of columns, which are sums and can be added and subtracted.
 */
public final class DataJudge {

    private DataJudge() {}

    /**
     * One table at the four stages of a step; null where it does not exist.
     *
     * @param before before up
     * @param up after up
     * @param written after the new release wrote its rows
     * @param back after down
     */
    public record Stages(TableData before, TableData up, TableData written, TableData back) {

        /** A column whose values up left as they were; only there can written rows be compared over the way back. */
        boolean untouchedByUp(String column) {
            ColumnData then = before.columns().get(column);
            ColumnData now = up == null ? null : up.columns().get(column);
            return then != null && then.equals(now);
        }

        /** Values that the new release wrote to a column. */
        long writtenValues(String column) {
            return written.columns().get(column).nonNull()
                    - up.columns().get(column).nonNull();
        }

        boolean indexed() {
            return before.index().isPresent() && back.index().isPresent() && sameKey(before, back);
        }

        private static boolean sameKey(TableData a, TableData b) {
            return a.index().orElseThrow().key().equals(b.index().orElseThrow().key());
        }
    }

    public static List<Loss> afterDown(String table, Stages stages) {
        if (stages.before() == null || stages.before().rows() == 0 && stages.back() == null) {
            return List.of();
        }
        if (stages.back() == null) {
            return List.of(new Loss(table, "", stages.before().rows(), true, Kind.BEFORE, false));
        }
        return stages.indexed() ? byRow(table, stages) : bySum(table, stages);
    }

    private static List<Loss> byRow(String table, Stages stages) {
        RowIndex before = stages.before().index().orElseThrow();
        RowIndex back = stages.back().index().orElseThrow();
        RowIndex added = addedRows(stages);
        List<Loss> losses = new ArrayList<>(compare(table, before, back, Kind.BEFORE, column -> true));
        if (added != null) {
            losses.addAll(compare(table, added, back, Kind.WRITTEN, stages::untouchedByUp));
        }
        long written = stages.up() == null || stages.written() == null
                ? 0
                : stages.written().rows() - stages.up().rows();
        long known = back.rows().keySet().stream()
                .filter(key -> before.rows().containsKey(key)
                        || added != null && added.rows().containsKey(key))
                .count();
        long unknown = back.rows().size() - known - (added == null ? written : 0);
        if (unknown > 0) {
            losses.add(new Loss(table, "", unknown, true, Kind.INVENTED, false));
        }
        return losses;
    }

    /** Rows that were written between up and down, or null when they cannot be told by the key that exists after down. */
    private static RowIndex addedRows(Stages stages) {
        if (stages.up() == null || stages.written() == null) {
            return null;
        }
        RowIndex up = stages.up().index().orElse(null);
        RowIndex written = stages.written().index().orElse(null);
        RowIndex back = stages.back().index().orElseThrow();
        if (up == null || written == null || !written.key().equals(back.key()) || !keyUntouched(stages, back)) {
            return null;
        }
        Map<Digest, long[]> rows = new TreeMap<>(RowOrder.INSTANCE);
        written.rows().forEach((key, values) -> {
            if (!up.rows().containsKey(key)) {
                rows.put(key, values);
            }
        });
        return new RowIndex(written.key(), written.columns(), rows);
    }

    private static boolean keyUntouched(Stages stages, RowIndex index) {
        return index.key().stream().allMatch(stages::untouchedByUp);
    }

    private static List<Loss> compare(
            String table, RowIndex expected, RowIndex actual, Kind kind, Predicate<String> comparable) {
        long missing = 0;
        Map<String, Long> changed = new TreeMap<>();
        for (Map.Entry<Digest, long[]> row : expected.rows().entrySet()) {
            long[] there = actual.rows().get(row.getKey());
            if (there == null) {
                missing++;
            } else {
                countChanged(expected, actual, row.getValue(), there, comparable, changed);
            }
        }
        List<Loss> losses = new ArrayList<>();
        if (missing > 0) {
            losses.add(new Loss(table, "", missing, true, kind, false));
        }
        changed.forEach((column, rows) -> losses.add(new Loss(table, column, rows, true, kind, false)));
        return losses;
    }

    private static void countChanged(
            RowIndex expected,
            RowIndex actual,
            long[] values,
            long[] there,
            Predicate<String> comparable,
            Map<String, Long> changed) {
        for (int i = 0; i < values.length; i++) {
            String column = expected.columns().get(i);
            int at = actual.columns().indexOf(column);
            if (at >= 0 && comparable.test(column) && values[i] != there[at]) {
                changed.merge(column, 1L, Long::sum);
            }
        }
    }

    private static List<Loss> bySum(String table, Stages stages) {
        List<Loss> losses = new ArrayList<>();
        boolean known = stages.up() != null && stages.written() != null;
        long written = known ? stages.written().rows() - stages.up().rows() : 0;
        long delta = stages.back().rows() - stages.before().rows() - written;
        if (delta < 0) {
            Kind kind = delta == -written && sameAsBefore(stages) ? Kind.WRITTEN : Kind.BEFORE;
            losses.add(new Loss(table, "", -delta, true, kind, false));
        } else if (delta > 0) {
            losses.add(new Loss(table, "", delta, true, Kind.INVENTED, false));
        }
        stages.before().columns().forEach((column, before) -> {
            ColumnData back = stages.back().columns().get(column);
            if (back != null && delta == 0 && written > 0 && before.equals(back) && stages.untouchedByUp(column)) {
                long values = stages.writtenValues(column);
                if (values > 0) {
                    losses.add(new Loss(table, column, values, true, Kind.WRITTEN, false));
                }
            } else if (back != null && delta == 0 && differs(stages, column, before, back, written)) {
                long rows = Math.max(Math.abs(before.nonNull() - back.nonNull()), 1);
                boolean exact = before.nonNull() > back.nonNull() && back.nonNull() == 0;
                losses.add(new Loss(table, column, exact ? rows : before.nonNull(), exact, Kind.BEFORE, false));
            }
        });
        return losses;
    }

    /** All that is there was there before, so what is missing are the rows that were written. */
    private static boolean sameAsBefore(Stages stages) {
        return stages.before().columns().entrySet().stream().allMatch(column -> {
            ColumnData back = stages.back().columns().get(column.getKey());
            return back == null || back.equals(column.getValue());
        });
    }

    private static boolean differs(Stages stages, String column, ColumnData before, ColumnData back, long written) {
        if (written == 0) {
            return !before.equals(back);
        }
        if (!stages.untouchedByUp(column)) {
            // The written rows went through a transformation, or had no value here: only a drop in values can be told.
            return back.nonNull() < before.nonNull();
        }
        Digest added = stages.written()
                .columns()
                .get(column)
                .digest()
                .minus(stages.up().columns().get(column).digest());
        return !before.digest().plus(added).equals(back.digest());
    }

    /** What up did to rows that were there: rows gone, columns whose values differ. */
    public static Effect ofUp(TableData before, TableData up) {
        if (before == null || up == null) {
            return new Effect(0, List.of());
        }
        long removed = before.rows() - up.rows();
        if (before.index().isPresent() && up.index().isPresent() && Stages.sameKey(before, up)) {
            RowIndex then = before.index().orElseThrow();
            RowIndex now = up.index().orElseThrow();
            List<Loss> losses = compare("", then, now, Kind.BEFORE, column -> true);
            List<String> columns =
                    losses.stream().map(Loss::column).filter(c -> !c.isEmpty()).toList();
            // A row whose key got another value is not a row removed, so the count decides.
            return new Effect(Math.max(0, removed), columns);
        }
        List<String> columns = new ArrayList<>();
        if (removed == 0) {
            before.columns().forEach((column, data) -> {
                ColumnData now = up.columns().get(column);
                if (now != null && !now.equals(data)) {
                    columns.add(column);
                }
            });
        }
        return new Effect(Math.max(0, removed), columns);
    }

    /**
     * What up did to the rows of one table.
     *
     * @param removed rows that were there before and are gone
     * @param changed columns in which a row that was there has another value
     */
    public record Effect(long removed, List<String> changed) {}
}
