package dev.stairway.data;

import dev.stairway.data.model.Column;
import dev.stairway.data.model.Table;
import dev.stairway.data.model.UniqueKey;
import dev.stairway.data.value.Base;
import dev.stairway.data.value.Limits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The part that each column of a table has in making its unique keys unique. */
final class KeyColumns {

    private final List<Column> columns;
    private final Set<String> all = new HashSet<>();
    private final Set<String> single = new HashSet<>();
    private final Set<String> firstRoomy = new HashSet<>();

    /** @param free whether the rows give the column and no reference does */
    KeyColumns(Table table, Predicate<Column> free) {
        for (UniqueKey key : table.uniqueKeys()) {
            all.addAll(key.columns());
            if (key.columns().size() == 1) {
                single.addAll(key.columns());
            }
            key.columns().stream()
                    .filter(name -> table.column(name)
                            .filter(column -> free.test(column) && roomy(column))
                            .isPresent())
                    .findFirst()
                    .ifPresent(firstRoomy::add);
        }
        columns = table.columns().stream()
                .filter(column -> all.contains(column.name()))
                .toList();
    }

    private static boolean roomy(Column column) {
        return switch (column.type().base()) {
            case BOOLEAN, BOOLEAN_NUMBER, ENUM, SAMPLE, SINGLE_BYTE_CHAR, UNKNOWN -> false;
            default -> true;
        };
    }

    /** Names of the columns of all keys. */
    Set<String> names() {
        return all;
    }

    /** True for the column that makes its unique key unique: the only one, or the first with room enough. */
    boolean carries(String column, Limits limits) {
        return single.contains(column) || !limits.restricted() && firstRoomy.contains(column);
    }

    /**
     * Which of its values each small column of a key takes, so that all combinations come up in turn.
     *
     * @param linked columns that references have set
     */
    Map<String, Long> scan(long step, Set<String> linked) {
        Map<String, Long> digits = new HashMap<>();
        long rest = step;
        for (Column column : columns) {
            int size = linked.contains(column.name()) ? 0 : domain(column);
            if (size > 0) {
                digits.put(column.name(), rest % size);
                rest /= size;
            }
        }
        return digits;
    }

    private static int domain(Column column) {
        Base base = column.type().base();
        if (base == Base.BOOLEAN || base == Base.BOOLEAN_NUMBER) {
            return 2;
        }
        return base == Base.ENUM || base == Base.SAMPLE ? column.type().labels().size() : 0;
    }
}
