package dev.stairway.fingerprint.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts SQL text into statements at its semicolons, those in literals, names, comments and bodies of triggers left alone.
 *
 * @see <a href="https://www.sqlite.org/c3ref/complete.html">Determine If An SQL Statement Is Complete</a>
 */
final class Statements {

    private final String text;
    private final List<String> statements = new ArrayList<>();
    private final List<String> firstWords = new ArrayList<>();
    private int start;
    private int at;
    /** CASE expressions that are open, which end with the word that ends a trigger. */
    private int cases;

    private boolean bodyEnded;

    private Statements(String text) {
        this.text = text;
    }

    /** In order; what holds no word is left out. */
    static List<String> of(String text) {
        Statements statements = new Statements(text);
        statements.cut();
        return statements.statements;
    }

    /** First word in lower case; empty where there is none. */
    static String firstWord(String statement) {
        Statements one = new Statements(statement);
        while (one.at < statement.length() && one.firstWords.isEmpty()) {
            one.step();
        }
        return one.firstWords.isEmpty() ? "" : one.firstWords.get(0);
    }

    private void cut() {
        while (at < text.length()) {
            if (text.charAt(at) == ';' && !insideTrigger()) {
                end();
            } else {
                step();
            }
        }
        end();
    }

    private void end() {
        if (!firstWords.isEmpty()) {
            statements.add(text.substring(start, at));
        }
        at++;
        start = at;
        firstWords.clear();
        cases = 0;
        bodyEnded = false;
    }

    private boolean insideTrigger() {
        boolean trigger = firstWords.size() > 1
                && firstWords.get(0).equals("create")
                && firstWords.subList(1, firstWords.size()).contains("trigger");
        return trigger && !bodyEnded;
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
            skipTo(String.valueOf(c), at + 1);
        } else if (c == '[') {
            skipTo("]", at + 1);
        } else if (text.startsWith("--", at)) {
            skipTo("\n", at + 2);
        } else if (text.startsWith("/*", at)) {
            skipTo("*/", at + 2);
        } else if (Character.isLetter(c) || c == '_') {
            word();
        } else {
            at++;
        }
    }

    private void skipTo(String end, int from) {
        int found = text.indexOf(end, from);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void word() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String word = text.substring(from, at).toLowerCase(Locale.ROOT);
        // CREATE TEMPORARY TRIGGER: the third word tells at the latest.
        if (firstWords.size() < 3) {
            firstWords.add(word);
        }
        if (word.equals("case")) {
            cases++;
        } else if (word.equals("end")) {
            bodyEnded = cases == 0;
            cases = Math.max(0, cases - 1);
        } else {
            bodyEnded = false;
        }
    }
}
