package dev.stairway.script.sql.parse;

import dev.stairway.script.sql.tree.Name;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What stands in a statement of SQLite at a place of its tree. */
final class SqliteText {

    private final String sql;

    SqliteText(String sql) {
        this.sql = sql;
    }

    /** As it is written, with blanks and comments inside of it. */
    String of(ParserRuleContext part) {
        return between(part.getStart().getStartIndex(), part.getStop().getStopIndex());
    }

    /** @param end of the last character that belongs to it */
    String between(int begin, int end) {
        return begin > end ? "" : sql.substring(begin, end + 1);
    }

    int offset(ParserRuleContext part) {
        return part.getStart().getStartIndex();
    }

    /** From a word to the end of what it stands in. */
    String from(TerminalNode word, ParserRuleContext whole) {
        return between(word.getSymbol().getStartIndex(), whole.getStop().getStopIndex());
    }

    /** @param schema null where none is written */
    static Name name(ParserRuleContext schema, ParserRuleContext name) {
        String written = name.getText();
        String bare = bare(written);
        return schema == null
                ? new Name("", bare, written, quoted(written))
                : new Name(bare(schema.getText()), bare, schema.getText() + "." + written, quoted(written));
    }

    static Name name(ParserRuleContext name) {
        return name(null, name);
    }

    /** A name or a string without its quotes: https://www.sqlite.org/lang_keywords.html */
    static String bare(String written) {
        if (!quoted(written)) {
            return written;
        }
        String inside = written.substring(1, written.length() - 1);
        char quote = written.charAt(0);
        return quote == '[' ? inside : inside.replace("" + quote + quote, "" + quote);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean quoted(String written) {
        return written.length() > 1 && "\"`['".indexOf(written.charAt(0)) >= 0;
    }
}
