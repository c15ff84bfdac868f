package dev.stairway.compare.schema.known;

import dev.stairway.compare.logical.LogicalType.Family;
import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;
import dev.stairway.compare.schema.View;
import java.util.Set;

/** Types that only some products have are text in the others. */
final class MissingTypes implements KnownDifference {

    private static final Set<String> TEXTS = Set.of("sqlite", "mariadb", "mysql");
    private static final Set<Family> STAND_INS = Set.of(Family.TEXT, Family.BINARY);
    /** Types that users make, by any name. */
    private static final Set<Family> USERS = Set.of(Family.ENUM, Family.ARRAY);

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
                && (without(pair.one(), pair.other()) || without(pair.other(), pair.one()));
    }

    /** Text, or what is declared as the type that the other one has. */
    private static boolean without(View view, View having) {
        if (!TEXTS.contains(view.product())
                || !having.is("postgresql")
                || view.family() == null
                || !OWN.contains(having.family())) {
            return false;
        }
        return view.family() == Family.OTHER
                ? USERS.contains(having.family())
                : STAND_INS.contains(view.family()) || view.family() == having.family();
    }
}
