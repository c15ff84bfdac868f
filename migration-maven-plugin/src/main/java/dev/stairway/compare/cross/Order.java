package dev.stairway.compare.cross;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The migrations of all databases in one order: what only some of them have stands behind what comes before it there. */
final class Order {

    private Order() {}

    /** @param lists ids, in the order of each database */
    static List<String> of(List<Iterator<String>> lists) {
        Map<String, List<String>> behind = new LinkedHashMap<>();
        List<String> first = new ArrayList<>();
        List<String> start = new ArrayList<>();
        boolean main = true;
        for (Iterator<String> ids : lists) {
            String previous = null;
            while (ids.hasNext()) {
                String id = ids.next();
                if (main) {
                    first.add(id);
                }
                if (!behind.containsKey(id)) {
                    behind.put(id, new ArrayList<>());
                    if (!main) {
                        (previous == null ? start : behind.get(previous)).add(id);
                    }
                }
                previous = id;
            }
            main = false;
        }
        List<String> order = new ArrayList<>();
        start.forEach(id -> add(order, id, behind));
        first.forEach(id -> add(order, id, behind));
        return order;
    }

    private static void add(List<String> order, String id, Map<String, List<String>> behind) {
        order.add(id);
        behind.get(id).forEach(next -> add(order, next, behind));
    }
}
