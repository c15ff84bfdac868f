package dev.stairway.compare.behaviour;

import dev.stairway.database.DatabaseId;
import java.util.List;

/**
 * Databases that agree, and what they say.
 *
 * @param databases of one product as a rule, oldest version first
 * @param says for people: {@code accepts 300 characters}, {@code refuses: value too long for type ...}
 */
public record Side(List<DatabaseId> databases, String says) {
    public Side {
        databases = List.copyOf(databases);
    }
}
