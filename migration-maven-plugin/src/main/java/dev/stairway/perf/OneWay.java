package dev.stairway.perf;

import dev.stairway.engine.Migration;
import java.util.HashMap;
import java.util.Map;

/** Migrations of one cell whose way back is not played, with the reason. */
final class OneWay {

    private final OneWay smaller;
    private final Map<String, String> reasons = new HashMap<>();

    /** @param smaller of the same changelog and database with fewer rows: what has no way back there has none here; or null */
    OneWay(OneWay smaller) {
        this.smaller = smaller;
    }

    /** @param reason one line */
    void add(Migration migration, String reason) {
        reasons.putIfAbsent(migration.id(), reason);
    }

    /** Those that were added here, by id. */
    Map<String, String> own() {
        return Map.copyOf(reasons);
    }

    boolean contains(Migration migration) {
        return !reason(migration).isEmpty();
    }

    /** Why it is not played; empty when it is. */
    String reason(Migration migration) {
        if (migration.rollback() == Migration.Rollback.MISSING) {
            return "no rollback is written, and the engine cannot derive one";
        }
        String own = reasons.getOrDefault(migration.id(), "");
        return own.isEmpty() && smaller != null ? smaller.reason(migration) : own;
    }
}
