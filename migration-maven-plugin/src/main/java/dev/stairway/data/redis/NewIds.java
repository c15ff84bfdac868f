package dev.stairway.data.redis;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes identifiers that look like a given one and are different for every number. */
final class NewIds {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern UNIQUE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{8,}|[0-9A-F]{8,}");
    private static final Pattern WORD = Pattern.compile("[^0-9@]+");
    private static final int DAYS = 3_000_000;
    private static final long VERSION_4 = 0x4000L;

    private NewIds() {}

    /** True for what identifies something whatever surrounds it: a UUID or an address. */
    static boolean identifies(String text) {
        return UNIQUE.matcher(text).matches()
                || text.indexOf('@') > 0 && text.indexOf('.') > 0 && text.indexOf(' ') < 0;
    }

    static String like(String old, long seed, long number) {
        if (NUMBER.matcher(old).matches()) {
            return Long.toString(number);
        }
        if (DATE.matcher(old).matches()) {
            return LocalDate.of(1900, 1, 1).plusDays(number % DAYS).toString();
        }
        if (UNIQUE.matcher(old).matches()) {
            long high = new Bits(seed, number).next() & ~0xF000L | VERSION_4;
            return new UUID(high, number | Long.MIN_VALUE).toString();
        }
        if (HEXADECIMAL.matcher(old).matches()) {
            String digits = Long.toHexString(number);
            return "0".repeat(Math.max(0, old.length() - digits.length())) + digits;
        }
        int at = old.indexOf('@');
        if (at > 0) {
            return old.substring(0, at) + number + old.substring(at);
        }
        if (WORD.matcher(old).matches()) {
            return "n" + new String(Bits.word(number), java.nio.charset.StandardCharsets.US_ASCII);
        }
        String digits = Long.toString(number);
        return digits.length() < old.length() ? digits + old.substring(digits.length()) : digits;
    }
}
