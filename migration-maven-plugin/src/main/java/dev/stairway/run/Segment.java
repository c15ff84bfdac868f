package dev.stairway.run;

import java.util.List;

/**
 * The part of a changelog that one database walks: what comes before is only applied, what comes after is left to another.
 * Two parts of one cell are walked side by side, which uses a second processor where the matrix has too few cells for it.
 *
 * @param from first migration that is walked, from 0
 * @param to first migration that is not walked any more
 * @param last true when the walk ends at head
 */
record Segment(int from, int to, boolean last) {

    static final Segment WHOLE = new Segment(0, Integer.MAX_VALUE, true);

    /** Below this many migrations a second database costs more than it saves. */
    private static final int WORTH_IT = 60;

    /** An {@link Approach} costs about a sixth of a walk, so both parts take the same time when the first is this long. */
    private static final double FIRST_PART = 0.54;

    /**
     * The whole, or two parts.
     *
     * @param migrations of the changelog
     * @param processors idle ones, this walk's own included
     */
    static List<Segment> of(int migrations, int processors) {
        if (migrations < WORTH_IT || processors < 2) {
            return List.of(WHOLE);
        }
        int middle = (int) Math.round(migrations * FIRST_PART);
        return List.of(new Segment(0, middle, false), new Segment(middle, Integer.MAX_VALUE, true));
    }
}
