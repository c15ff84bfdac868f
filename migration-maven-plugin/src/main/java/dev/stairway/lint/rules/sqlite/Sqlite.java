package dev.stairway.lint.rules.sqlite;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Small questions that several rules of SQLite ask. */
final class Sqlite {

    private static final Set<String> ON = Set.of("on", "1", "yes", "true");
    /** A doubled quote ends one string and begins the next, which comes to the same and needs no stack. */
    private static final Pattern QUOTED =
            Pattern.compile("'[^']*+'|\"[^\"]*+\"|`[^`]*+`|\\[[^\\]]*+\\]|--[^\\n]*+|/\\*(?s:.*?)(?:\\*/|\\z)");

    private Sqlite() {}

    /** True when nobody has rows in it: it is of this release, or a profile says so. */
    static boolean isEmpty(StatementView statement, Name table) {
        OptionalLong rows = statement.setting().rows(table);
        return statement.isNew(table) || rows.isPresent() && rows.getAsLong() == 0;
    }

    /** True when a pragma of that name was switched on before the statement. @param pragma in lower case */
    static boolean on(StatementView statement, String pragma) {
        String value = statement.parameters().getOrDefault(pragma, "");
        return ON.contains(value.toLowerCase(Locale.ROOT));
    }

    /** The text with blanks in the place of strings, quoted names and comments: what is left are words and signs. */
    static String words(String sql) {
        return QUOTED.matcher(sql).replaceAll(match -> " ".repeat(match.group().length()));
    }

    /** True when the text holds the name as a word of its own, in any case. */
    static boolean mentions(String text, Name name) {
        return Pattern.compile(
                        "(?<![\\w$])" + Pattern.quote(name.name()) + "(?![\\w$])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }
}
