package dev.stairway.judge;

import dev.stairway.fingerprint.TableData;
import dev.stairway.fingerprint.TableData.ColumnData;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the new release wrote and no rollback can keep, because the place where it was is the migration's own: counted, and
 * no fault. What goes on under another name is not lost.
 */
public final class NewData {

    private static final int UP = 1;
    private static final int WRITTEN = 2;
    private static final int BACK = 3;

    private final Timeline timeline;
    private final List<Unsurviving> found = new ArrayList<>();

    private NewData(Timeline timeline) {
        this.timeline = timeline;
    }

    /** @param timeline before, after up, after the writes, after down */
    public static List<Unsurviving> without(Timeline timeline) {
        NewData data = new NewData(timeline);
        timeline.tables().forEach(data::table);
        return List.copyOf(data.found);
    }

    private void table(String table) {
        TableData up = timeline.at(table, UP);
        TableData written = timeline.at(table, WRITTEN);
        TableData back = timeline.at(table, BACK);
        if (up == null || written == null || written.rows() <= up.rows()) {
            return;
        }
        if (back == null) {
            long rows = written.rows() - up.rows();
            if (!wentElsewhere(rows)) {
                found.add(new Unsurviving(table, "", rows));
            }
            return;
        }
        for (String column : new TreeSet<>(written.columns().keySet())) {
            if (!back.columns().containsKey(column)) {
                column(
                        table,
                        column,
                        up.columns().get(column),
                        written.columns().get(column));
            }
        }
    }

    private void column(String table, String column, ColumnData up, ColumnData written) {
        long values = written.nonNull() - (up == null ? 0 : up.nonNull());
        if (values > 0 && !underAnotherName(table, values)) {
            found.add(new Unsurviving(table, column, values));
        }
    }

    /** Another table has so many rows more than before, and was not there when they were written. */
    private boolean wentElsewhere(long rows) {
        return timeline.tables().stream()
                .filter(other -> timeline.at(other, WRITTEN) == null)
                .anyMatch(other -> rows(timeline.at(other, BACK)) - rows(timeline.at(other, 0)) == rows);
    }

    /** A column that was not there when they were written has so many values more than before. */
    private boolean underAnotherName(String table, long values) {
        TableData before = timeline.at(table, 0);
        TableData written = timeline.at(table, WRITTEN);
        return timeline.at(table, BACK).columns().entrySet().stream()
                .filter(column -> !written.columns().containsKey(column.getKey()))
                .anyMatch(column -> column.getValue().nonNull() - nonNull(before, column.getKey()) == values);
    }

    private static long nonNull(TableData data, String column) {
        ColumnData values = data == null ? null : data.columns().get(column);
        return values == null ? 0 : values.nonNull();
    }

    private static long rows(TableData data) {
        return data == null ? 0 : data.rows();
    }
}
