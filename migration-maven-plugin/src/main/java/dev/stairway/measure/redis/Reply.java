package dev.stairway.measure.redis;

import dev.stairway.database.redis.RedisError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What there is to an answer.
 *
 * @param kind of answer, in words
 * @param size of it: bytes of a text, parts of a list, the number itself
 * @param digest over all of it, in an order of its own where the server knows none
 */
record Reply(Kind kind, long size, String digest) {

    /** Two answers about a life time are one when no more than this lies between them, besides the time that has passed. */
    private static final long TOLERANCE_MILLIS = 2_000;

    private static final Set<String> UNORDERED = Set.of("SMEMBERS", "SINTER", "SUNION", "SDIFF", "HKEYS", "HVALS");
    private static final Set<String> LIFE = Set.of("TTL", "PTTL");
    private static final int SHOWN_DIGITS = 8;
    private static final long ABSENT = -2;

    /** Kinds of answers. */
    enum Kind {
        ERROR,
        NOTHING,
        NUMBER,
        WORD,
        TEXT,
        LIST
    }

    /** @param command upper-case name */
    static Reply of(String command, Object reply) {
        if (reply instanceof RedisError error) {
            return new Reply(Kind.ERROR, 0, clean(error.text()));
        }
        if (reply instanceof Long number) {
            boolean nothing = number == (LIFE.contains(command) || command.endsWith("EXPIRETIME") ? ABSENT : 0);
            return new Reply(nothing ? Kind.NOTHING : Kind.NUMBER, number, "");
        }
        if (reply instanceof String word) {
            return new Reply(word.equals("none") ? Kind.NOTHING : Kind.WORD, 0, word);
        }
        if (reply instanceof byte[] text) {
            return new Reply(Kind.TEXT, text.length, digest(text));
        }
        return reply instanceof List<?> list ? list(command, list) : new Reply(Kind.NOTHING, 0, "");
    }

    private static Reply list(String command, List<?> list) {
        List<String> parts = new ArrayList<>(list.stream().map(Reply::flat).toList());
        if (parts.stream().allMatch(String::isEmpty)) {
            return new Reply(Kind.NOTHING, 0, "");
        }
        if (UNORDERED.contains(command)) {
            parts.sort(null);
        } else if (command.equals("HGETALL")) {
            parts = pairs(parts);
        }
        return new Reply(Kind.LIST, list.size(), digest(String.join("\1", parts).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> pairs(List<String> parts) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            pairs.add(parts.get(i) + "\2" + parts.get(i + 1));
        }
        pairs.sort(null);
        return pairs;
    }

    private static String flat(Object part) {
        if (part instanceof byte[] text) {
            return "t" + new String(text, StandardCharsets.ISO_8859_1);
        }
        if (part instanceof List<?> list) {
            return "(" + String.join("\3", list.stream().map(Reply::flat).toList()) + ")";
        }
        return part == null ? "" : part.toString();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Servers quote what they do not understand. */
    private static String clean(String error) {
        String first = error.lines().findFirst().orElse("").replaceAll("[`'\"].*", "…");
        return first.replaceAll("\\p{Cntrl}", "?");
    }

    /**
     * True when a client could not tell it from this one.
     *
     * @param passedMillis between the two
     */
    boolean same(String command, Reply later, long passedMillis) {
        if (!LIFE.contains(command) || kind != Kind.NUMBER || later.kind != Kind.NUMBER || size < 0 || later.size < 0) {
            return equals(later);
        }
        long unit = command.equals("TTL") ? 1000 : 1;
        return Math.abs((size - later.size) * unit - passedMillis) <= TOLERANCE_MILLIS;
    }

    /** For people, without the value. */
    String text() {
        return switch (kind) {
            case ERROR -> "the error " + digest;
            case NOTHING -> "nothing";
            case NUMBER -> "the number " + size;
            case WORD -> "the word " + digest.toLowerCase(Locale.ROOT);
            case TEXT -> "a text of " + size + " bytes (digest " + shown() + ")";
            case LIST -> "a list of " + size + " (digest " + shown() + ")";
        };
    }

    private String shown() {
        return digest.substring(0, SHOWN_DIGITS);
    }
}
