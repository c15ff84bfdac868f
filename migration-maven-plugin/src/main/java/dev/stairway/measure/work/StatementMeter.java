package dev.stairway.measure.work;

import dev.stairway.database.Session;
import java.util.EnumMap;
import java.util.Map;

/** Of products that tell nothing of their work: what was sent to them. */
final class StatementMeter implements WorkMeter {

    @Override
    public void start(Session session) {
        // The session records by itself.
    }

    @Override
    public Map<Counter, Long> stop(Session session) {
        return sent(session);
    }

    /** To be completed by what the product tells. */
    static Map<Counter, Long> sent(Session session) {
        Map<Counter, Long> counted = new EnumMap<>(Counter.class);
        counted.put(Counter.STATEMENTS, (long) session.work().statements().size());
        return counted;
    }
}
