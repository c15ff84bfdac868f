package dev.stairway.measure.plan;

import dev.stairway.measure.plan.Parameter.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Which parameters of {@code INSERT INTO t (a, b) VALUES (:a, :b)} are for which columns. */
final class InsertedValues {

    private final List<Item> items;
    private String table = "";

    InsertedValues(List<Item> items) {
        this.items = items;
    }

    void forEach(BiConsumer<Integer, Parameter> action) {
        int into = next(0, "into");
        if (into < 0 || into + 1 >= items.size()) {
            return;
        }
        int at = into + 1;
        while (at + 2 < items.size() && items.get(at + 1).is(".")) {
            at += 2;
        }
        table = items.get(at).plain();
        int values = next(at, "values");
        if (values < 0) {
            return;
        }
        List<String> columns = columns(at, values);
        for (int group = values + 1; group < items.size() && items.get(group).is("("); ) {
            int end = group(group, columns, action);
            group = end < items.size() && items.get(end).is(",") ? end + 1 : end;
        }
    }

    private int next(int from, String word) {
        for (int at = from; at < items.size(); at++) {
            if (items.get(at).is(word)) {
                return at;
            }
        }
        return -1;
    }

    private List<String> columns(int from, int values) {
        List<String> columns = new ArrayList<>();
        int open = next(from, "(");
        for (int at = open + 1;
                open >= 0 && open < values && at < values && !items.get(at).is(")");
                at++) {
            if (items.get(at).name()) {
                columns.add(items.get(at).plain());
            }
        }
        return columns;
    }

    /** Returns the index behind the group. */
    private int group(int open, List<String> columns, BiConsumer<Integer, Parameter> action) {
        int depth = 0;
        int position = 0;
        for (int at = open; at < items.size(); at++) {
            Item item = items.get(at);
            if (item.is("(")) {
                depth++;
            } else if (item.is(")") && --depth == 0) {
                return at + 1;
            } else if (item.is(",") && depth == 1) {
                position++;
            } else if (item.parameterHere()) {
                String column = position < columns.size() ? columns.get(position) : "";
                int ordinal = columns.isEmpty() ? position + 1 : 0;
                action.accept(item.parameter(), new Parameter(item.text(), Use.INSERTED, table, column, ordinal));
            }
        }
        return items.size();
    }
}
