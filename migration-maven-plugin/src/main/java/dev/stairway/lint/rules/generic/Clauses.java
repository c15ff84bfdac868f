package dev.stairway.lint.rules.generic;

import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlSyntax;
import dev.stairway.script.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a statement at the commas of its outermost lists: results of a query, rows of values. */
final class Clauses {

    private static final Set<String> BEHIND_RESULTS = Set.of(
            "FROM",
            "WHERE",
            "GROUP",
            "HAVING",
            "ORDER",
            "LIMIT",
            "OFFSET",
            "FETCH",
            "UNION",
            "EXCEPT",
            "INTERSECT",
            "WINDOW",
            "ON",
            "RETURNING");

    /** A part of the text. @param offset of its first character */
    record Piece(String text, int offset) {

        boolean isStar() {
            return text.equals("*") || text.endsWith(".*");
        }
    }

    private final String text;
    private final List<Token> tokens;

    private Clauses(String text, SqlSyntax syntax) {
        this.text = text;
        this.tokens =
                SqlScript.tokens(text, syntax).stream().filter(Token::says).toList();
    }

    /** Results of the outermost query, or of the query that feeds an INSERT; empty where none is found. */
    static List<Piece> results(String text, SqlSyntax syntax) {
        return new Clauses(text, syntax).results();
    }

    /** Rows behind VALUES; empty where none are found. */
    static List<List<Piece>> rows(String text, SqlSyntax syntax) {
        return new Clauses(text, syntax).rows();
    }

    private List<Piece> results() {
        int begin = find("SELECT", 0) + 1;
        if (begin == 0) {
            return List.of();
        }
        while (begin < tokens.size() && (is(begin, "DISTINCT") || is(begin, "ALL"))) {
            begin++;
        }
        int depth = 0;
        int end = begin;
        while (end < tokens.size()
                && !(depth == 0 && BEHIND_RESULTS.contains(word(end).toUpperCase(Locale.ROOT)))) {
            depth += step(end);
            end++;
        }
        return split(begin, end);
    }

    private List<List<Piece>> rows() {
        List<List<Piece>> rows = new ArrayList<>();
        int at = find("VALUES", 0) + 1;
        while (at > 0 && at < tokens.size() && is(at, "(")) {
            int end = closing(at);
            rows.add(split(at + 1, end));
            at = end + 1;
            if (at >= tokens.size() || !is(at, ",")) {
                break;
            }
            at++;
        }
        return rows;
    }

    private int closing(int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            depth += step(at);
            if (depth == 0) {
                return at;
            }
        }
        return tokens.size();
    }

    private List<Piece> split(int begin, int end) {
        List<Piece> pieces = new ArrayList<>();
        int depth = 0;
        int first = begin;
        for (int at = begin; at < end; at++) {
            if (depth == 0 && is(at, ",")) {
                add(pieces, first, at);
                first = at + 1;
            }
            depth += step(at);
        }
        add(pieces, first, end);
        return pieces;
    }

    private void add(List<Piece> pieces, int begin, int end) {
        if (begin < end) {
            int offset = tokens.get(begin).start();
            pieces.add(new Piece(text.substring(offset, tokens.get(end - 1).end()), offset));
        }
    }

    private int find(String wanted, int from) {
        int depth = 0;
        for (int at = from; at < tokens.size(); at++) {
            if (depth == 0 && is(at, wanted)) {
                return at;
            }
            depth += step(at);
        }
        return -1;
    }

    private int step(int at) {
        return is(at, "(") ? 1 : is(at, ")") ? -1 : 0;
    }

    private boolean is(int at, String wanted) {
        return word(at).equalsIgnoreCase(wanted);
    }

    private String word(int at) {
        Token token = tokens.get(at);
        return text.substring(token.start(), token.end());
    }
}
