package dev.stairway.secret;

import java.util.function.IntConsumer;

/**
 * Which characters a text may mean at a place, and how many of the text's own each takes: {@code a}, {@code %61}, {@code
 * \}{@code u0061}, {@code &#97;} and so on. Escapes may be escaped in turn. Generous on purpose: what it finds is only
 * compared with secrets.
 */
final class Spelling {

    /** Longest escape, without repetitions. */
    static final int LONGEST = 12;

    /** Takes a code point and where the text goes on. */
    interface Reader {
        void read(int codePoint, int next);
    }

    private final String text;

    Spelling(String text) {
        this.text = text;
    }

    /** True where a text may mean another character than the one that stands there. */
    static boolean mayEscape(char c) {
        return c == '%' || c == '\\' || c == '&' || c == '=' || c == '^' || c == '+';
    }

    /** Reads everything that the text may mean at {@code i}. */
    void at(int i, Reader reader) {
        char c = text.charAt(i);
        int point = text.codePointAt(i);
        reader.read(point, i + Character.charCount(point));
        if (!Character.isLetterOrDigit(c) && charAt(i + 1) == c) {
            reader.read(c, i + 2); // doubled, as in literals of SQL
        }
        switch (c) {
            case '%' -> percent(i, reader);
            case '\\' -> backslash(i, reader);
            case '&' -> entity(i, reader);
            case '=' -> number(i + 1, 16, 2, 2, (value, next) -> reader.read(value, next));
            case '^' -> escaped(i + 1, reader);
            case '+' -> reader.read(' ', i + 1);
            case '\'' -> shell(i, reader);
            default -> {}
        }
    }

    /** RFC 3986 §2.1; {@code %2561} is escaped twice. */
    private void percent(int i, Reader reader) {
        int start = i + 1;
        while (text.startsWith("25", start)) {
            reader.read('%', start + 2);
            start += 2;
        }
        if (charAt(start) == 'u' || charAt(start) == 'U') {
            number(start + 1, 16, 4, 4, reader);
        }
        number(start, 16, 2, 2, (first, next) -> {
            reader.read(first, next);
            utf8(first, next, reader);
        });
    }

    private void utf8(int first, int next, Reader reader) {
        int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
        int point = first & (0x3F >> more);
        int at = next;
        for (int k = 0; k < more; k++) {
            if (charAt(at) != '%') {
                return;
            }
            at++;
            while (text.startsWith("25", at)) {
                at += 2;
            }
            int value = hex(at, 2);
            if (value < 0x80 || value > 0xBF) {
                return;
            }
            point = point << 6 | value & 0x3F;
            at += 2;
        }
        if (more > 0) {
            reader.read(point, at);
        }
    }

    /** Of Java, JSON, properties, SQL, shells; several in a row are one that was escaped again. */
    private void backslash(int i, Reader reader) {
        int end = i;
        while (charAt(end) == '\\') {
            end++;
        }
        for (int taken = 2; taken <= end - i; taken *= 2) {
            reader.read('\\', i + taken);
        }
        if (end < text.length()) {
            letter(end, reader);
        }
    }

    private void letter(int i, Reader reader) {
        switch (text.charAt(i)) {
            case 'u', 'U' -> unicode(i, reader);
            case 'x' -> number(i + 1, 16, 2, 2, reader);
            case 'n' -> reader.read('\n', i + 1);
            case 'r' -> reader.read('\r', i + 1);
            case 't' -> reader.read('\t', i + 1);
            case 'b' -> reader.read('\b', i + 1);
            case 'f' -> reader.read('\f', i + 1);
            default -> {}
        }
        number(i, 8, 1, 3, reader);
        escaped(i, reader);
    }

    private void unicode(int i, Reader reader) {
        int start = i;
        while (charAt(start) == 'u') {
            start++;
        }
        int digits = charAt(start) == '{' ? start + 1 : start;
        number(digits, 16, 4, 4, (high, next) -> {
            reader.read(high, next);
            int second = next;
            while (charAt(second) == '\\') {
                second++;
            }
            int low = second > next && charAt(second) == 'u' ? hex(second + 1, 4) : -1;
            if (low >= 0 && Character.isSurrogatePair((char) high, (char) low)) {
                reader.read(Character.toCodePoint((char) high, (char) low), second + 5);
            }
        });
        if (digits > start) {
            number(digits, 16, 2, 6, (point, next) -> reader.read(point, charAt(next) == '}' ? next + 1 : next));
        }
    }

    /** https://html.spec.whatwg.org/multipage/syntax.html#character-references; {@code &amp;#97;} is escaped twice. */
    private void entity(int i, Reader reader) {
        int start = i + 1;
        while (text.startsWith("amp;", start)) {
            reader.read('&', start + 4);
            start += 4;
        }
        Reader closed = (point, next) -> reader.read(point, charAt(next) == ';' ? next + 1 : next);
        if (charAt(start) == '#' && (charAt(start + 1) == 'x' || charAt(start + 1) == 'X')) {
            number(start + 2, 16, 1, 8, closed);
        } else if (charAt(start) == '#') {
            number(start + 1, 10, 1, 8, closed);
        } else {
            named(start, closed);
        }
    }

    private void named(int start, Reader reader) {
        int end = start;
        while (end < text.length() && end - start < LONGEST && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        int point = Entities.point(text.substring(start, end));
        if (point > 0) {
            reader.read(point, end);
        }
    }

    /** {@code '\''} and {@code '"'"'}: a quote inside quotes of a shell. */
    private void shell(int i, Reader reader) {
        for (String quote : new String[] {"'\\''", "'\"'\"'"}) {
            if (text.startsWith(quote, i)) {
                reader.read('\'', i + quote.length());
            }
        }
    }

    private void escaped(int i, Reader reader) {
        if (i < text.length()) {
            int point = text.codePointAt(i);
            reader.read(point, i + Character.charCount(point));
        }
    }

    /** All numbers of {@code least} to {@code most} digits. */
    private void number(int start, int base, int least, int most, Reader reader) {
        int value = 0;
        for (int k = 0; k < most; k++) {
            int digit = Character.digit(charAt(start + k), base);
            if (digit < 0) {
                return;
            }
            value = value * base + digit;
            if (k + 1 >= least && Character.isValidCodePoint(value)) {
                reader.read(value, start + k + 1);
            }
        }
    }

    private int hex(int start, int digits) {
        int[] value = {-1};
        number(start, 16, digits, digits, (read, next) -> value[0] = read);
        return value[0];
    }

    int length() {
        return text.length();
    }

    /** NUL past the end, which begins no escape. */
    char charAt(int i) {
        return i < text.length() ? text.charAt(i) : 0;
    }

    /** True when an escape may begin at {@code i} that the text has no end of yet. */
    boolean isCutOff(int i) {
        if (text.length() - i > LONGEST || !mayEscape(text.charAt(i))) {
            return false;
        }
        return text.chars().skip(i + 1L).allMatch(c -> Character.isLetterOrDigit(c) || "#\\{%&;".indexOf(c) >= 0);
    }

    /** Folds case, so that what a server has turned into lower case is found as well. */
    static int folded(int point) {
        return Character.toLowerCase(Character.toUpperCase(point));
    }

    /** Each code point of a text, folded. */
    static void eachFolded(String text, IntConsumer each) {
        text.codePoints().map(Spelling::folded).forEach(each);
    }
}
