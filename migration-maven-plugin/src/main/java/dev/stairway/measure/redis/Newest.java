package dev.stairway.measure.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The writes of which any may have been the last one: each was confirmed, and none was sent only after it. Two that were
 * under way at the same time may have come in either order.
 */
final class Newest {

    private final List<Write> writes = new ArrayList<>();

    void add(Write write) {
        if (writes.stream().noneMatch(other -> other.after(write))) {
            writes.removeIf(write::after);
            writes.add(write);
        }
    }

    boolean any(Predicate<Write> test) {
        return writes.stream().anyMatch(test);
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    /** One of them, for messages. */
    Write example() {
        return writes.get(writes.size() - 1);
    }
}
