package dev.stairway.compare.schema.known;

import dev.stairway.compare.logical.LogicalType;
import dev.stairway.compare.logical.LogicalType.Family;
import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;
import dev.stairway.compare.schema.View;
import java.util.Set;
import java.util.stream.Collectors;

/** A check does what a type does elsewhere. */
final class TypesAsChecks implements KnownDifference {

    private static final Set<String> BOOLEANS = Set.of("0, 1", "false, true");

    @Override
    public String id() {
        return "check-instead-of-type";
    }

    @Override
    public String why() {
        return "One product has a type for these values, another one needs a CHECK to get the same";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.about(Part.CHECK, Aspect.PRESENCE)
                && pair.between(
                        view -> view.says().equals("there"), view -> view.says().equals("missing") && typed(view));
    }

    /** The condition says no more and no less than the type of its column. */
    private static boolean typed(View view) {
        return view.table().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> lists(column.type()).stream()
                        .anyMatch(list -> view.item().label().equals(column.name() + " in (" + list + ")")));
    }

    /** All values of a type, as conditions are written; nothing where they are not known. */
    private static Set<String> lists(LogicalType type) {
        if (type.family() == Family.BOOLEAN) {
            return BOOLEANS;
        }
        return type.values().isEmpty()
                ? Set.of()
                : Set.of(type.values().stream()
                        .map(value -> "'" + value.replace("'", "''") + "'")
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }
}
