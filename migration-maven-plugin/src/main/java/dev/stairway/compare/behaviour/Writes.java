package dev.stairway.compare.behaviour;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which columns get which expression from a statement, as far as its text tells without a grammar. */
final class Writes {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\w$\\p{L}]*");
    private static final Pattern INSERT = Pattern.compile(
            "^\\s*insert\\s+(?:or\\s+\\w+\\s+)?into\\s+[^\\s(]+\\s*(?:\\(([^()]*)\\))?\\s*(values|select)\\b(.*)$",
            Pattern.DOTALL);
    private static final Pattern UPDATE = Pattern.compile("^\\s*update\\b.*?\\bset\\b(.*)$", Pattern.DOTALL);
    private static final Pattern ALTER = Pattern.compile("^\\s*alter\\b.*", Pattern.DOTALL);
    private static final Pattern ASSIGNED =
            Pattern.compile("^\\s*[\"`]?([\\p{L}_][\\w$\\p{L}]*)[\"`]?\\s*=(.*)$", Pattern.DOTALL);

    private Writes() {}

    /**
     * A part of a statement.
     *
     * @param columns that may get it, in lower case; empty where it may be any
     */
    record Write(Set<String> columns, String expression) {}

    /** @param statement in lower case, without comments */
    static List<Write> of(String statement) {
        Matcher insert = INSERT.matcher(statement);
        if (insert.matches()) {
            return insert(statement, insert.group(1), insert.group(2).equals("values"), insert.group(3));
        }
        Matcher update = UPDATE.matcher(statement);
        if (update.matches()) {
            return split(update.group(1)).stream().map(Writes::assignment).toList();
        }
        List<String> parts = ALTER.matcher(statement).matches() ? split(statement) : List.of(statement);
        return parts.stream().map(part -> new Write(words(part), part)).toList();
    }

    private static Write assignment(String part) {
        Matcher assigned = ASSIGNED.matcher(part);
        return assigned.matches()
                ? new Write(Set.of(assigned.group(1)), assigned.group(2))
                : new Write(words(part), part);
    }

    /** By their places; any column where these cannot be told. */
    private static List<Write> insert(String statement, String names, boolean values, String rest) {
        Write anywhere = new Write(names == null ? Set.of() : words(names), statement);
        if (names == null) {
            return List.of(anywhere);
        }
        List<String> columns = split(names);
        List<Write> writes = new ArrayList<>();
        for (String row : values ? split(rest) : List.of(rest)) {
            List<String> expressions = split(values ? inside(row) : row);
            if (expressions.size() != columns.size()) {
                return List.of(anywhere);
            }
            for (int i = 0; i < columns.size(); i++) {
                writes.add(new Write(words(columns.get(i)), expressions.get(i)));
            }
        }
        return writes;
    }

    private static String inside(String tuple) {
        int start = tuple.indexOf('(');
        int end = tuple.lastIndexOf(')');
        return start < 0 || end < start ? tuple : tuple.substring(start + 1, end);
    }

    static Set<String> words(String lower) {
        Set<String> words = new HashSet<>();
        WORD.matcher(lower).results().forEach(word -> words.add(word.group()));
        return words;
    }

    /** What stands between commas that no parentheses enclose. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean string = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            string ^= c == '\'';
            depth += string ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0 && !string) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
