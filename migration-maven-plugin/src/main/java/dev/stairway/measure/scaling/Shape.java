package dev.stairway.measure.scaling;

/** How a figure grows with the rows of a table. */
public enum Shape {
    /** It does not. */
    METADATA_ONLY,
    /** At most in proportion, apart from what it costs on an empty table. */
    LINEAR,
    /** More than in proportion. */
    WORSE,
    /** The sizes do not tell. */
    UNKNOWN
}
