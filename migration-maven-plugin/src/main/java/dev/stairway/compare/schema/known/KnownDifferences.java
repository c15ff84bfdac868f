package dev.stairway.compare.schema.known;

import dev.stairway.compare.schema.KnownDifference;
import dev.stairway.compare.schema.Pair;
import java.util.List;
import java.util.Optional;

/** All reasons, each of which has its class here. */
public final class KnownDifferences {

    private static final List<KnownDifference> ALL = List.of(
            new SqliteLengths(),
            new SqliteIntegers(),
            new SqliteDecimals(),
            new SqliteFloats(),
            new NoBooleans(),
            new SqliteMoments(),
            new MissingTypes(),
            new SqliteRowid(),
            new SqliteKeysTakeNull(),
            new SqliteReferences(),
            new UniqueKinds(),
            new NamesNotKept(),
            new NamesCut(),
            new TypesAsChecks(),
            new ReferenceIndexes(),
            new ComputedColumns());

    private KnownDifferences() {}

    public static List<KnownDifference> all() {
        return ALL;
    }

    /** The first that is the reason. */
    public static Optional<KnownDifference> covering(Pair pair) {
        return ALL.stream().filter(known -> known.covers(pair)).findFirst();
    }
}
