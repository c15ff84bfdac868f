package dev.stairway.compare.schema.known;

import dev.stairway.compare.logical.LogicalType.Family;
import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;
import java.util.Set;

/** Booleans are numbers in some products. */
final class NoBooleans implements KnownDifference {

    private static final Set<String> NUMBERS = Set.of("sqlite", "mariadb", "mysql");
    private static final Set<Family> INTEGERS = Set.of(Family.BOOLEAN, Family.SMALLINT, Family.INTEGER, Family.BIGINT);

    @Override
    public String id() {
        return "no-boolean-type";
    }

    @Override
    public String why() {
        return "SQLite and MariaDB have no boolean: it is an integer, true is 1, and 2 goes in as well. Add CHECK (x IN (0, 1))"
                + " where it matters. https://www.sqlite.org/datatype3.html";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.about(Part.COLUMN, Aspect.ENFORCEMENT, Aspect.TYPE, Aspect.DEFAULT)
                && pair.between(
                        view -> NUMBERS.contains(view.product()) && INTEGERS.contains(view.family()),
                        view -> view.family() == Family.BOOLEAN)
                && sameDefault(pair);
    }

    private static boolean sameDefault(Pair pair) {
        return pair.aspect() != Aspect.DEFAULT
                || number(pair.one().says()).equals(number(pair.other().says()));
    }

    private static String number(String said) {
        return said.equals("true") ? "1" : said.equals("false") ? "0" : said;
    }
}
