package dev.stairway.lint;

import dev.stairway.engine.MigrationStatements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a changelog beside what runs now.
 *
 * @param order ids of all its migrations, in order; empty where nobody has said so
 * @param leftOut those that do not run on the product, with the reason
 * @param earlier checksums that migrations of earlier releases had then, by id; empty where they are not known
 */
public record Ledger(List<String> order, List<MigrationStatements> leftOut, Map<String, String> earlier) {

    /** Nothing. */
    public static final Ledger NONE = new Ledger(List.of(), List.of(), Map.of());

    public Ledger {
        order = List.copyOf(order);
        leftOut = List.copyOf(leftOut);
        earlier = Map.copyOf(earlier);
    }

    /**
     * Checksums of earlier releases, where engines sum a migration in another way for each product: what was not edited has
     * the one of today.
     *
     * @param then by id
     * @param edited ids of those that say something else today
     */
    public static Map<String, String> checksums(
            List<MigrationStatements> today, Map<String, String> then, Set<String> edited) {
        Map<String, String> earlier = new HashMap<>(then);
        for (MigrationStatements said : today) {
            String id = said.migration().id();
            if (then.containsKey(id) && !edited.contains(id)) {
                earlier.put(id, said.migration().checksum());
            }
        }
        return earlier;
    }
}
