package dev.stairway.compare.schema.known;

import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import dev.stairway.compare.schema.Part;

/** What is unique stays unique, by a constraint or by an index. */
final class UniqueKinds implements KnownDifference {

    @Override
    public String id() {
        return "unique-constraint-or-index";
    }

    @Override
    public String why() {
        return "A unique constraint and a unique index let the same rows in. Products that cannot add a constraint later get an"
                + " index instead";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.about(Part.UNIQUE_KEY, Aspect.KIND);
    }
}
