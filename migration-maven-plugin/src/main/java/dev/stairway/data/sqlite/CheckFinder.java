package dev.stairway.data.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the CHECKs in the text of a CREATE TABLE, the only place where SQLite keeps them. */
final class CheckFinder {

    /** A CHECK as written. */
    record Found(String name, String condition) {}

    private final String sql;
    private final List<Found> found = new ArrayList<>();
    private String lastWord = "";
    private String beforeLastWord = "";
    private int at;

    private CheckFinder(String sql) {
        this.sql = sql;
    }

    static List<Found> find(String sql) {
        CheckFinder finder = new CheckFinder(sql);
        while (finder.at < sql.length()) {
            finder.step();
        }
        return finder.found;
    }

    private void step() {
        char c = sql.charAt(at);
        if (Character.isLetter(c) || c == '_') {
            word();
        } else if (c == '"' || c == '`' || c == '[') {
            int end = skipQuoted(at);
            remember(sql.substring(at + 1, end - 1));
            at = end;
        } else {
            at = skip(at);
        }
    }

    private void word() {
        int end = at;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        String word = sql.substring(at, end);
        at = end;
        if (word.equalsIgnoreCase("check")) {
            condition();
        } else {
            remember(word);
        }
    }

    private void condition() {
        while (at < sql.length() && sql.charAt(at) != '(') {
            at = skip(at);
        }
        int start = at + 1;
        int depth = 0;
        while (at < sql.length()) {
            depth += sql.charAt(at) == '(' ? 1 : sql.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                boolean named = beforeLastWord.toLowerCase(Locale.ROOT).equals("constraint");
                String condition = sql.substring(start, at);
                found.add(new Found(named ? lastWord : condition.strip(), condition));
                return;
            }
            at = skip(at);
        }
    }

    private void remember(String word) {
        beforeLastWord = lastWord;
        lastWord = word;
    }

    /** The place after the quoted text, the comment or the character that starts here. */
    private int skip(int from) {
        char c = sql.charAt(from);
        if (c == '\'' || c == '"' || c == '`' || c == '[') {
            return skipQuoted(from);
        }
        if (sql.startsWith("--", from)) {
            int end = sql.indexOf('\n', from);
            return end < 0 ? sql.length() : end + 1;
        }
        if (sql.startsWith("/*", from)) {
            int end = sql.indexOf("*/", from + 2);
            return end < 0 ? sql.length() : end + 2;
        }
        return from + 1;
    }

    private int skipQuoted(int from) {
        char close = sql.charAt(from) == '[' ? ']' : sql.charAt(from);
        int end = sql.indexOf(close, from + 1);
        while (end >= 0 && close != ']' && end + 1 < sql.length() && sql.charAt(end + 1) == close) {
            end = sql.indexOf(close, end + 2);
        }
        return end < 0 ? sql.length() : end + 1;
    }
}
