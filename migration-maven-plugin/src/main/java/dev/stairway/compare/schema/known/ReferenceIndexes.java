package dev.stairway.compare.schema.known;

import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;
import dev.stairway.compare.schema.View;
import java.util.Set;

/** An index that comes with a foreign key. */
final class ReferenceIndexes implements KnownDifference {

    private static final Set<String> MAKERS = Set.of("mariadb", "mysql", "h2");

    @Override
    public String id() {
        return "index-for-foreign-key";
    }

    @Override
    public String why() {
        return "MariaDB, MySQL and H2 make an index for every foreign key by themselves. Make one where it is missing:"
                + " deleting a parent reads all children without it";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.about(Part.INDEX, Aspect.PRESENCE)
                && pair.between(
                        view -> MAKERS.contains(view.product()) && view.says().equals("there") && forReference(view),
                        view -> view.says().equals("missing"));
    }

    private static boolean forReference(View view) {
        return view.table().stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key -> view.item().label().equals("(" + String.join(", ", key.columns()) + ")"));
    }
}
