package dev.stairway.compare.schema;

/** A reason why two products cannot be alike in something. */
public interface KnownDifference {

    /** Kebab-case, unique. */
    String id();

    /** Why, and what it means for those who write migrations; sentences. */
    String why();

    /** True when this is the reason. */
    boolean covers(Pair pair);

    /** False when the reason is known and a migration can do something about it all the same. */
    default boolean explains() {
        return true;
    }
}
