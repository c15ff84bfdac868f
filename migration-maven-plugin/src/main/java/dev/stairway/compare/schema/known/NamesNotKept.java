package dev.stairway.compare.schema.known;

import dev.stairway.compare.schema.Aspect;
import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;

/** Names that were not written. */
final class NamesNotKept implements KnownDifference {

    @Override
    public String id() {
        return "constraint-without-name";
    }

    @Override
    public String why() {
        return "A constraint without a name gets one from most products; SQLite leaves it without, and nobody can drop it by name"
                + " there. Give names where a later migration needs them";
    }

    @Override
    public boolean covers(Pair pair) {
        return pair.aspect() == Aspect.NAME
                && pair.between(
                        view -> view.says().isEmpty(), view -> !view.says().isEmpty());
    }
}
