package dev.stairway.data.value;

import java.util.List;
import java.util.Map;

/** Text that fits a length counted in characters. */
final class Texts {

    private static final List<String> WORDS = List.of(
            "alpha",
            "bravo",
            "charlie",
            "delta",
            "echo",
            "foxtrot",
            "golf",
            "hotel",
            "india",
            "juliett",
            "kilo",
            "lima",
            "mike",
            "november",
            "oscar",
            "papa",
            "quebec",
            "romeo",
            "sierra",
            "tango",
            "uniform",
            "victor");

    /** What breaks naive code: blanks, quotes, controls, scripts written from the right, code points beyond 16 bits. */
    private static final List<String> AWKWARD = List.of(
            "trailing blank ",
            "O'Brien said \"no\"",
            "C:\\new\\table",
            "tab\tnew line\nreturn\r",
            "100% _under_ ; -- /* x */ $1 ? {}",
            "\uD83D\uDE00\uD83D\uDC69\u200D\uD83D\uDCBB emoji",
            "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
            "e\u0301 and \u00E9",
            "\u65E5\u672C\u8A9E\u306E\u30C6\u30AD\u30B9\u30C8",
            "Stra\u00DFe \u0130stanbul \u017Elu\u0165",
            "<script>alert(1)</script>",
            "\uD835\uDD4F");

    /** Rows that get a text which cannot be told apart by a number: once in a column is enough. */
    private static final Map<Long, String> ONCE = Map.of(4L, "", 7L, " ", 9L, "NULL", 12L, "null", 14L, "0");

    /** For texts that belong to no row. */
    static final long ANY = -1;

    private static final int LONG = 2500;
    static final int UNIQUE_LENGTH = 24;
    private static final int IDEOGRAPHS = 20_000;

    private Texts() {}

    static String make(ValueType type, Limits limits, long row, Dice dice, boolean tame) {
        int longest = Math.min(limits.maxLength(), type.length() == 0 ? Integer.MAX_VALUE : type.length());
        String text = tame ? words(dice, 1) : anything(dice, longest);
        if (row != ANY && !tame) {
            // By chance, so that the next attempt gets another text where a CHECK forbids this one.
            String once = dice.oneIn(2) ? ONCE.get(row) : null;
            text = once == null ? Long.toString(row, Character.MAX_RADIX) + " " + text : once;
        }
        return limits.folded(fit(text, limits.minLength(), longest));
    }

    private static String anything(Dice dice, int longest) {
        return switch (dice.below(16)) {
            case 0, 1, 2, 3 -> dice.pick(AWKWARD);
            case 4 -> "long ".repeat(Math.min(LONG, longest) / 5 + 1);
            default -> words(dice, 1 + dice.below(4));
        };
    }

    /** One of many texts of a column: a few words most of the time, something awkward now and then, once something long. */
    static String common(Dice dice, int index) {
        if (index == 0) {
            return "long ".repeat(LONG / 5);
        }
        return index % 16 == 1 ? dice.pick(AWKWARD) : words(dice, 1 + dice.below(4));
    }

    /** The words with a hyphen, to be followed by a number. */
    static List<Word> heads(int longest) {
        return WORDS.stream()
                .map(word -> Word.text(word.substring(0, Math.min(word.length(), longest - 1)) + '-'))
                .toList();
    }

    private static String words(Dice dice, int count) {
        StringBuilder text = new StringBuilder(dice.pick(WORDS));
        for (int i = 1; i < count; i++) {
            text.append(' ').append(dice.pick(WORDS));
        }
        return text.toString();
    }

    /** A text that differs for each ordinal, also when compared without case; empty when the length leaves no room. */
    static String unique(ValueType type, Limits limits, long ordinal, Dice dice) {
        int longest = Math.min(limits.maxLength(), type.length() == 0 ? UNIQUE_LENGTH : type.length());
        String token = Long.toString(ordinal, Character.MAX_RADIX);
        if (token.length() > longest) {
            return longest < 1 || ordinal >= IDEOGRAPHS ? "" : String.valueOf((char) (0x4E00 + ordinal));
        }
        String word = dice.pick(WORDS);
        int room = Math.min(word.length(), longest - token.length() - 1);
        String text = room <= 0 ? token : word.substring(0, room) + '-' + token;
        return limits.folded(padLeft(text, limits.minLength()));
    }

    private static String padLeft(String text, int shortest) {
        return text.length() >= shortest ? text : "0".repeat(shortest - text.length()) + text;
    }

    static String fit(String text, int shortest, int longest) {
        int count = text.codePointCount(0, text.length());
        if (count > longest) {
            return text.substring(0, text.offsetByCodePoints(0, Math.max(0, longest)));
        }
        return count < shortest ? text + "x".repeat(shortest - count) : text;
    }

    static String word(Dice dice) {
        return dice.pick(WORDS);
    }
}
