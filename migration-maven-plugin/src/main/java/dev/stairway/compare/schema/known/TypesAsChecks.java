package dev.stairway.compare.schema.known;

import dev.stairway.compare.logical.LogicalType.Family;
import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;
import dev.stairway.compare.schema.View;
import java.util.Set;

/** A check does what a type does elsewhere. */
final class TypesAsChecks implements KnownDifference {

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

    /** The condition begins with the column that it is about. */
    private static boolean typed(View view) {
        String condition = view.item().label().replaceFirst("^\\(", "");
        return view.table().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> Set.of(Family.BOOLEAN, Family.ENUM)
                        .contains(column.type().family()))
                .anyMatch(column -> condition.startsWith(column.name() + " "));
    }
}
