package dev.stairway.compare.schema.known;

import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import java.nio.charset.StandardCharsets;

/** Long names end somewhere. */
final class NamesCut implements KnownDifference {

    /** A name that is longer is cut somewhere. */
    private static final int WHOLE = 63;
    /** A cut falls between letters, of which one has up to four bytes. */
    private static final int CUT = 60;

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
        String one = pair.one().says();
        String other = pair.other().says();
        return pair.aspect() == Aspect.NAME && (cut(one, other) || cut(other, one));
    }

    private static boolean cut(String longer, String shorter) {
        return bytes(longer) > WHOLE && bytes(shorter) >= CUT && longer.startsWith(shorter);
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
