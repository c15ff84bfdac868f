package dev.stairway.judge;

import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.RowChange;
import java.util.List;

/**
 * One key that is not what the declared mapping says.
 *
 * @param rule that it breaks
 * @param keys names of the key on both sides
 * @param text what was seen
 */
public record KeyFault(Rule rule, List<String> keys, String text) {

    static KeyFault of(Rule rule, String text, String... keys) {
        return new KeyFault(rule, List.of(keys), RowChange.shown(text));
    }
}
