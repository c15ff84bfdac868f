package dev.stairway.run;

import dev.stairway.engine.Migration;
import java.util.List;

/**
 * Something wrong or risky that the walk saw.
 *
 * @param rule which named invariant it breaks
 * @param migration null for a finding about a whole cell
 * @param title one sentence
 * @param evidence what was seen, line by line
 * @param remedy what to do next
 */
public record Finding(Rule rule, Migration migration, String title, List<String> evidence, String remedy) {
    public Finding {
        evidence = List.copyOf(evidence);
    }
}
