package dev.stairway.compare.schema.known;

import dev.stairway.compare.logical.LogicalType.Family;
import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;
import java.util.Set;

/** Types that only some products have are text in the others. */
final class MissingTypes implements KnownDifference {

    private static final Set<String> TEXTS = Set.of("sqlite", "mariadb", "mysql");
    private static final Set<Family> OWN = Set.of(Family.UUID, Family.JSON, Family.ENUM, Family.ARRAY, Family.OTHER);

    @Override
    public String id() {
        return "no-such-type";
    }

    @Override
    public String why() {
        return "SQLite and MariaDB have no such type: uuid, json, enums and arrays are text there, and nothing checks it. Add a"
                + " CHECK where it matters. https://www.sqlite.org/datatype3.html";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.about(Part.COLUMN, Aspect.ENFORCEMENT, Aspect.TYPE)
                && pair.between(
                        view -> TEXTS.contains(view.product())
                                && (view.family() == Family.TEXT
                                        || view.family() == Family.BINARY
                                        || OWN.contains(view.family())),
                        view -> view.is("postgresql") && OWN.contains(view.family()));
    }
}
