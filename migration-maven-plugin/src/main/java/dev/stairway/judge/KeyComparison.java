package dev.stairway.judge;

import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.KeySnapshot.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says what differs between a key and what became of it.
 *
 * @param value true when type and value must be the same
 * @param ttl true when the expiry must be the same
 * @param toleranceMillis two moments of expiry this close are one
 */
public record KeyComparison(boolean value, boolean ttl, long toleranceMillis) {

    /** One key and what became of it, by name. */
    List<KeyFault> faults(String from, Key was, String to, Key is) {
        String both = from.equals(to) ? from : from + " -> " + to;
        List<KeyFault> faults = new ArrayList<>();
        if (value && !was.type().equals(is.type())) {
            faults.add(fault(Rule.MAPPING_CHANGES_TYPE, both, "type", was.type(), is.type(), from, to));
        } else if (value && !was.content().equals(is.content())) {
            faults.add(KeyFault.of(
                    Rule.MAPPING_CHANGES_VALUE,
                    both + ": another "
                            + was.different(is).entrySet().stream()
                                    .map(part -> part.getKey() + part.getValue())
                                    .collect(Collectors.joining(", another ")),
                    from,
                    to));
        }
        if (ttl && !sameExpiry(was, is)) {
            faults.add(fault(Rule.MAPPING_CHANGES_EXPIRY, both, "expiry", moment(was), moment(is), from, to));
        }
        return faults;
    }

    private static KeyFault fault(
            Rule rule, String both, String attribute, String was, String is, String from, String to) {
        return KeyFault.of(rule, both + ": " + attribute + " was " + was + ", is " + is, from, to);
    }

    /** True when one key can stand for the other. */
    boolean same(Key one, Key other) {
        return sameValue(one, other) && sameExpiry(one, other);
    }

    boolean sameValue(Key one, Key other) {
        return one.type().equals(other.type()) && one.content().equals(other.content());
    }

    boolean sameExpiry(Key one, Key other) {
        if (one.expiryMillis() == Key.NEVER || other.expiryMillis() == Key.NEVER) {
            return one.expiryMillis() == other.expiryMillis();
        }
        return Math.abs(one.expiryMillis() - other.expiryMillis()) <= toleranceMillis;
    }

    private static String moment(Key key) {
        return key.expiryMillis() == Key.NEVER
                ? "none"
                : Instant.ofEpochMilli(key.expiryMillis()).toString();
    }
}
