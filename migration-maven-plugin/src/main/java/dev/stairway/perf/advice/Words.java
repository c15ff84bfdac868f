package dev.stairway.perf.advice;

import java.util.List;

/** Reads one statement from its front. */
final class Words {

    private final String sql;
    private final List<Token> tokens;
    private int next;

    Words(String sql, List<Token> tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    /** Goes on behind the words if they come next. @return whether they do */
    boolean take(String... words) {
        if (next + words.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(next + i).is(words[i])) {
                return false;
            }
        }
        next += words.length;
        return true;
    }

    boolean atEnd() {
        return next >= tokens.size();
    }

    boolean comes(String word) {
        return !atEnd() && tokens.get(next).is(word);
    }

    void skip() {
        next++;
    }

    /** A name as written, with its schema if it has one; empty when none comes. */
    String name() {
        if (atEnd() || !tokens.get(next).name()) {
            return "";
        }
        int start = next++;
        while (comes(".") && next + 1 < tokens.size() && tokens.get(next + 1).name()) {
            next += 2;
        }
        return text(start, next);
    }

    /** The rest as written, up to a word that stands outside of parentheses. @param words none for all of it */
    String until(String... words) {
        int start = next;
        for (int depth = 0; !atEnd(); next++) {
            Token token = tokens.get(next);
            if (depth == 0 && List.of(words).stream().anyMatch(token::is)) {
                break;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return text(start, next);
    }

    private String text(int from, int to) {
        return from >= to
                ? ""
                : sql.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
