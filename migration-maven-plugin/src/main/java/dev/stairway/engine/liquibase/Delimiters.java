package dev.stairway.engine.liquibase;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Ends of statements: https://docs.liquibase.com/change-types/enddelimiter-sql.html */
final class Delimiters {

    private static final Pattern OWN = Pattern.compile("(?im)^(go|/)[ \\t]*$");

    private Delimiters() {}

    /**
     * The text with a semicolon in the place of every delimiter, line for line.
     *
     * @param delimiter null where none is written: Liquibase then takes {@code go} and a slash on a line of their own
     */
    static String plain(String text, String delimiter) {
        if (";".equals(delimiter)) {
            return text;
        }
        if (delimiter == null) {
            return replaced(OWN.matcher(text));
        }
        if (text.contains(delimiter)) {
            return replaced(Pattern.compile(delimiter, Pattern.LITERAL).matcher(text));
        }
        try {
            return replaced(Pattern.compile(delimiter, Pattern.CASE_INSENSITIVE).matcher(text));
        } catch (PatternSyntaxException literal) {
            return text;
        }
    }

    private static String replaced(Matcher matcher) {
        return matcher.replaceAll(found -> Matcher.quoteReplacement(semicolon(found.group())));
    }

    /** Of the same length and with the same ends of lines. */
    private static String semicolon(String delimiter) {
        StringBuilder plain = new StringBuilder(delimiter.replaceAll("[^\\n]", " "));
        int at = plain.indexOf(" ");
        if (at >= 0) {
            plain.setCharAt(at, ';');
        }
        return plain.toString();
    }
}
