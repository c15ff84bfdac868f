package dev.stairway.compare.schema.known;

import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import java.nio.charset.StandardCharsets;

/** Long names end somewhere. */
final class NamesCut implements KnownDifference {

    private static final int SHORTEST = 63;

    @Override
    public String id() {
        return "names-are-cut";
    }

    @Override
    public String why() {
        return "PostgreSQL cuts names behind 63 bytes, MariaDB behind 64. Use shorter names."
                + " https://www.postgresql.org/docs/current/sql-syntax-lexical.html";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.aspect() == Aspect.NAME
                && pair.between(
                        view -> view.says().getBytes(StandardCharsets.UTF_8).length >= SHORTEST,
                        view -> view.says().startsWith(shorter(pair)));
    }

    private static String shorter(Pair pair) {
        String one = pair.one().says();
        String other = pair.other().says();
        return one.length() < other.length() ? one : other;
    }
}
