package dev.stairway.measure.lock;

import java.util.List;

/**
 * A lock that others can feel.
 *
 * @param relation qualified name, quoted where SQL needs it, as others know it before the step's transaction ends; what is
 *     locked where that is no relation
 * @param mode as the product calls it, for example {@code AccessExclusiveLock}
 * @param heldMillis from the start of the statement that took it to the end of its transaction, the wait included
 * @param waitedMillis before it was granted
 * @param blocks who has to wait; never empty
 * @param rows that alone are locked; 0 for a lock on the whole relation
 */
public record RelationLock(
        String relation, String mode, double heldMillis, double waitedMillis, List<Blocked> blocks, long rows) {
    public RelationLock {
        blocks = List.copyOf(blocks);
    }

    /** True when such clients have to wait. */
    public boolean blocks(Blocked who) {
        return blocks.contains(who);
    }
}
