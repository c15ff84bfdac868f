package dev.stairway.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of an audit trail. Whoever keeps it elsewhere notices later that the trail was cut off before it.
 *
 * @param sequence number of the last record; 0 for a trail without any
 * @param hash of the last record, 64 hexadecimal digits
 */
public record Seal(long sequence, String hash) {

    /** Of a trail without records: what the first record says of the one before it. */
    public static final Seal NONE = new Seal(0, "0".repeat(64));

    private static final Pattern TEXT = Pattern.compile("(?:record )?([0-9]{1,18})[ :]+([0-9a-f]{64})");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Reads what {@link #toString} says. */
    public static Optional<Seal> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Seal(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** True for 64 hexadecimal digits. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "record " + sequence + " " + hash;
    }
}
