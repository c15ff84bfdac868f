package dev.stairway.measure.redis;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that a client puts into what it writes, so that every write can be told from every other one wherever its value
 * goes. Fourteen digits: Lua prints no more of a number.
 */
final class Mark {

    /** Field that carries it where a value has fields. */
    static final String FIELD = "stairway";

    /** For {@code string.find} in Lua. */
    static final String LUA = "9041" + "%d".repeat(10);

    private static final long FIRST = 90_410_000_000_000L;
    private static final Pattern MARK = Pattern.compile("(?<!\\d)9041\\d{10}(?!\\d)");
    private static final Pattern AT_THE_END = Pattern.compile("9041\\d{10}$");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern TEXT_FIELD = Pattern.compile("(\"[^\"\\\\]*\"\\s*:\\s*\")([^\"\\\\]*)\"");
    private static final Pattern FIELD_NAME = Pattern.compile("\"([^\"\\\\]*)\"\\s*:");

    private Mark() {}

    static String of(long write) {
        return Long.toString(FIRST + write);
    }

    /** A value like this one that carries the mark: a field more of a JSON object, another number, or a longer text. */
    static byte[] on(byte[] value, String mark, boolean deep) {
        String text = text(value);
        if (text.startsWith("{") && text.endsWith("}")) {
            String rest = deep ? inFirstText(text, mark) : text;
            String comma = rest.substring(1, rest.length() - 1).isBlank() ? "" : ",";
            return bytes("{\"" + FIELD + "\":\"" + mark + "\"" + comma + rest.substring(1));
        }
        return bytes(
                NUMBER.matcher(text).matches() ? mark : AT_THE_END.matcher(text).replaceAll("") + "~" + mark);
    }

    private static String inFirstText(String json, String mark) {
        Matcher field = TEXT_FIELD.matcher(json);
        return field.find() ? json.substring(0, field.start(2)) + mark + json.substring(field.end(2)) : json;
    }

    /** The marks in the pieces of a value. */
    static Set<String> in(List<byte[]> pieces) {
        Set<String> marks = new LinkedHashSet<>();
        for (byte[] piece : pieces) {
            Matcher mark = MARK.matcher(text(piece));
            while (mark.find()) {
                marks.add(mark.group());
            }
        }
        return marks;
    }

    /** The names of the fields of a JSON object, without that of the mark; empty for any other text. */
    static Set<String> fields(byte[] value) {
        String text = text(value);
        Set<String> names = new TreeSet<>();
        if (text.startsWith("{")) {
            Matcher name = FIELD_NAME.matcher(text);
            while (name.find()) {
                names.add(name.group(1));
            }
            names.remove(FIELD);
        }
        return names;
    }

    /** Bytes that may be anything, one character each. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
