package dev.stairway.script.sql;

import dev.stairway.script.ScriptComment;
import java.util.ArrayList;
import java.util.List;

/** Finds the comments of a script; those inside of a quoted body are none. */
public final class SqlComments {

    private SqlComments() {}

    /**
     * All of a text, in order.
     *
     * @param file as the caller names it
     * @param before lines of the file that stand before the text
     */
    public static List<ScriptComment> in(String file, String text, int before, SqlSyntax syntax) {
        Places places = new Places(text);
        List<ScriptComment> found = new ArrayList<>();
        SqlScript.eachToken(text, syntax, token -> {
            if (token.kind() == Token.Kind.COMMENT) {
                String words = bare(text.substring(token.start(), token.end()));
                found.add(new ScriptComment(file, before + places.line(token.start()), words));
            }
        });
        return found;
    }

    private static String bare(String comment) {
        if (comment.startsWith("/*")) {
            return comment.substring(2).replaceFirst("\\*/$", "").strip();
        }
        return comment.replaceFirst("^(--|#)", "").strip();
    }
}
