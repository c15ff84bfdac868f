package dev.stairway.lint.rules.generic;

import dev.stairway.script.sql.tree.Name;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for names in texts that no tree tells of. */
final class Mentions {

    private Mentions() {}

    /** True when the text holds the name as a word of its own, in any case. */
    static boolean of(String text, Name name) {
        return count(text, name) > 0;
    }

    /** How often it does. */
    static int count(String text, Name name) {
        Matcher matcher = Pattern.compile(
                        "(?<![\\w$])" + Pattern.quote(name.name()) + "(?![\\w$])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }
}
