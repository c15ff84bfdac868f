package dev.stairway.judge;

import dev.stairway.fingerprint.KeySnapshot.Key;
import java.util.List;
import java.util.LongSummaryStatistics;

/** Tells whether a key looks like one of others: type, life time, and the fields of a hash. */
public final class Shapes {

    /** Life times that differ by less are of one kind. */
    private static final long MINUTE = 60_000;

    private final List<Key> others;
    private final LongSummaryStatistics expiry;

    public Shapes(List<Key> others) {
        this.others = others;
        this.expiry = others.stream()
                .mapToLong(Key::expiryMillis)
                .filter(millis -> millis != Key.NEVER)
                .summaryStatistics();
    }

    /**
     * True when nothing tells the key from the others.
     *
     * @param sameName true when its name alone makes it one of them; otherwise fields or a life time must speak for it
     */
    public boolean fit(Key key, boolean sameName) {
        boolean hash = key.type().equals("hash");
        boolean proof = sameName || hash || key.expiryMillis() != Key.NEVER;
        return proof
                && near(key)
                && others.stream()
                        .anyMatch(other -> other.type().equals(key.type()) && (!hash || sameFields(key, other)));
    }

    private boolean near(Key key) {
        if (key.expiryMillis() == Key.NEVER) {
            return expiry.getCount() < others.size();
        }
        long span = Math.max(expiry.getMax() - expiry.getMin(), MINUTE);
        return expiry.getCount() > 0
                && key.expiryMillis() >= expiry.getMin() - span
                && key.expiryMillis() <= expiry.getMax() + span;
    }

    private static boolean sameFields(Key one, Key other) {
        return one.content().containsKey(Key.MEMBERS)
                && one.content().get(Key.MEMBERS).equals(other.content().get(Key.MEMBERS));
    }
}
