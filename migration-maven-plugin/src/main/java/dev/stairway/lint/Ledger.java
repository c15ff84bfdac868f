package dev.stairway.lint;

import dev.stairway.engine.MigrationStatements;
import java.util.List;
import java.util.Map;

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
}
