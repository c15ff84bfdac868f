package dev.stairway.measure;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifiers for keys of clients: of the same kind as a given one, so that a script that asks for digits finds digits. */
public final class FreshIds {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern UNIQUE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{8,}");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+");
    private static final Pattern LAST_DIGITS = Pattern.compile("\\d+(?=\\D*$)");

    /** Far from what fixtures and fillers use, and exact as a number in Lua. */
    private static final long FIRST = 800_000_000;

    private static final long VERSION_4 = 0x4000L;
    private static final int LETTER_COUNT = 26;

    private FreshIds() {}

    /** An identifier for this number; another number gives another one. */
    public static String like(String old, long number) {
        long fresh = FIRST + number;
        if (DIGITS.matcher(old).matches()) {
            return Long.toString(fresh);
        }
        if (UNIQUE.matcher(old).matches()) {
            return new UUID(VERSION_4, fresh | Long.MIN_VALUE).toString();
        }
        if (HEXADECIMAL.matcher(old).matches()) {
            String digits = Long.toHexString(fresh);
            return "0".repeat(Math.max(0, old.length() - digits.length())) + digits;
        }
        if (LETTERS.matcher(old).matches()) {
            return old + letters(fresh);
        }
        Matcher last = LAST_DIGITS.matcher(old);
        return last.find() ? old.substring(0, last.start()) + fresh + old.substring(last.end()) : fresh + old;
    }

    private static String letters(long number) {
        StringBuilder letters = new StringBuilder();
        for (long rest = number; rest > 0; rest /= LETTER_COUNT) {
            letters.append((char) ('a' + rest % LETTER_COUNT));
        }
        return letters.toString();
    }
}
