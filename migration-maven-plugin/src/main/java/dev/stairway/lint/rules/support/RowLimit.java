package dev.stairway.lint.rules.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a LIMIT bounds the rows that a statement writes. One that only picks a value, as in {@code SET state = (SELECT ...
 * LIMIT 1)}, bounds nothing, and {@code NOT IN (... LIMIT 1000)} leaves all other rows.
 */
final class RowLimit {

    private static final Set<String> CLAUSES =
            Set.of("WITH", "SELECT", "SET", "FROM", "JOIN", "USING", "ON", "WHERE", "RETURNING", "VALUES", "INTO");
    private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "UPDATE", "DELETE");
    private static final Set<String> SOURCES = Set.of("FROM", "JOIN", "USING");

    private final Words words;
    private final Set<String> limitedNames = new HashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();

    /** A parenthesis. @param feeds true when the rows it gives are the ones that are worked on @param name of a WITH, or empty */
    private record Open(boolean feeds, String name, String outer) {}

    private String clause = "";

    private RowLimit(Words words) {
        this.words = words;
    }

    /** True when one bounds the rows that the statement works on. @param sql of an UPDATE, a DELETE or an INSERT with a query */
    static boolean bounds(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT);
        return (lower.contains("limit") || lower.contains("fetch")) && new RowLimit(Words.of(sql)).found();
    }

    private boolean found() {
        for (int at = 0; at < words.size(); at++) {
            String word = words.word(at);
            if (word.equals("(")) {
                open.push(opened(at));
                clause = "";
            } else if (word.equals(")") && !open.isEmpty()) {
                clause = open.pop().outer();
            } else if (CLAUSES.contains(word)) {
                clause = word;
            } else if (bounded(at)) {
                return true;
            }
        }
        return false;
    }

    /** True at a LIMIT whose rows are worked on, and at the use of a WITH that has one. */
    private boolean bounded(int at) {
        boolean feeds = open.stream().allMatch(Open::feeds);
        if (isLimit(at) && feeds && !open.isEmpty()) {
            List<String> names = new ArrayList<>();
            open.forEach(one -> names.add(one.name()));
            names.removeIf(String::isEmpty);
            limitedNames.addAll(names);
            return names.isEmpty();
        }
        return feeds && SOURCES.contains(clause) && limitedNames.contains(words.word(at));
    }

    private boolean isLimit(int at) {
        String next = words.word(at + 1);
        boolean amount = !next.isEmpty() && !next.equals("ALL") && !next.equals("NULL");
        return words.word(at).equals("LIMIT") && amount
                || words.word(at).equals("FETCH") && (next.equals("FIRST") || next.equals("NEXT"));
    }

    private Open opened(int at) {
        String before = words.word(at - 1);
        boolean value = clause.equals("SET") || clause.equals("SELECT") || clause.equals("RETURNING");
        boolean query = QUERIES.contains(words.word(at + 1));
        boolean inWith = before.equals("AS") || before.equals("MATERIALIZED");
        boolean chosen = before.equals("IN") && !words.word(at - 2).equals("NOT")
                || before.equals("ANY")
                || before.equals("ARRAY");
        boolean read = SOURCES.contains(clause) && !before.equals("LATERAL");
        boolean feeds = query ? inWith || chosen || read : clause.isEmpty() || clause.equals("WHERE") || read;
        return new Open(feeds && !value, inWith && clause.equals("WITH") ? withName(at) : "", clause);
    }

    private String withName(int at) {
        int as = at - 1;
        while (as > 0 && !words.word(as).equals("AS")) {
            as--;
        }
        return words.word(as - 1);
    }
}
