package dev.stairway.backup.postgres;

import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.fingerprint.ObjectChange.What;
import dev.stairway.fingerprint.SchemaObject;
import java.math.BigInteger;
import java.util.Map;

/**
 * Numbers that a sequence never gives out because the server had to go by its log, in which it writes 32 of them ahead:
 * https://www.postgresql.org/docs/current/functions-sequence.html (it says that there will be gaps after a crash),
 * https://github.com/postgres/postgres/blob/master/src/backend/commands/sequence.c (SEQ_LOG_VALS).
 */
final class SequenceGap {

    private static final BigInteger AHEAD = BigInteger.valueOf(32);

    private SequenceGap() {}

    /**
     * True for a gap of as many numbers. A sequence that stays behind gives out what it gave out before, which is no gap.
     *
     * @param attributes of the sequence
     */
    static boolean is(ObjectChange difference, Map<String, String> attributes) {
        if (difference.what() != What.CHANGED || !difference.attribute().equals(SchemaObject.POSITION)) {
            return false;
        }
        String before = difference.before();
        String after = difference.after();
        if (!before.matches("-?\\d+") || !after.matches("-?\\d+")) {
            return false;
        }
        BigInteger[] steps = new BigInteger(after)
                .subtract(new BigInteger(before))
                .divideAndRemainder(new BigInteger(attributes.getOrDefault("increment", "1")));
        return steps[1].signum() == 0 && steps[0].signum() > 0 && steps[0].compareTo(AHEAD) <= 0;
    }
}
