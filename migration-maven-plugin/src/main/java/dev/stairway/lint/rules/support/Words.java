package dev.stairway.lint.rules.support;

import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlSyntax;
import dev.stairway.script.sql.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words and signs of a text of PostgreSQL, for what its tree does not keep. Comments are left out, and what stands in
 * quotes is never taken for a word.
 */
public final class Words {

    /** Stands for a string or a name in quotes. */
    public static final String QUOTED = "'";

    private final String sql;
    private final List<Token> tokens;
    private final List<String> words;
    private final Set<String> distinct;

    private Words(String sql, List<Token> tokens) {
        this.sql = sql;
        this.tokens = tokens;
        this.words = tokens.stream().map(token -> word(sql, token)).toList();
        this.distinct = new HashSet<>(words);
    }

    public static Words of(String sql) {
        List<Token> says = new ArrayList<>(SqlScript.tokens(sql, SqlSyntax.POSTGRESQL));
        says.removeIf(token -> !token.says());
        return new Words(sql, List.copyOf(says));
    }

    /** True when a text begins with a word, without reading the rest of it. */
    public static boolean startsWith(String sql, String word) {
        return sql.regionMatches(true, 0, word, 0, word.length());
    }

    private static String word(String sql, Token token) {
        return token.kind() == Token.Kind.QUOTED
                ? QUOTED
                : sql.substring(token.start(), token.end()).toUpperCase(Locale.ROOT);
    }

    public int size() {
        return words.size();
    }

    /** In upper case, {@link #QUOTED} for what stands in quotes; empty outside of the text. */
    public String word(int at) {
        return at < 0 || at >= words.size() ? "" : words.get(at);
    }

    /** As it is written, with its quotes. */
    public String written(int at) {
        return sql.substring(tokens.get(at).start(), tokens.get(at).end());
    }

    /** Of its first character in the text. */
    public int offset(int at) {
        return tokens.get(at).start();
    }

    /** Where words follow one another; -1 where they do not. @param sequence in upper case */
    public int find(String... sequence) {
        return find(0, sequence);
    }

    /** The same from a word on. */
    public int find(int from, String... sequence) {
        if (!distinct.containsAll(Arrays.asList(sequence))) {
            return -1;
        }
        for (int at = Math.max(0, from); at + sequence.length <= words.size(); at++) {
            if (follow(at, sequence)) {
                return at;
            }
        }
        return -1;
    }

    private boolean follow(int at, String... sequence) {
        for (int next = 0; next < sequence.length; next++) {
            if (!words.get(at + next).equals(sequence[next])) {
                return false;
            }
        }
        return true;
    }

    /** True when one of these words stands anywhere. @param wanted in upper case */
    public boolean hasAny(Set<String> wanted) {
        return !Collections.disjoint(distinct, wanted);
    }

    public boolean has(String... sequence) {
        return find(sequence) >= 0;
    }

    /** True when the statement begins with these. */
    public boolean begins(String... sequence) {
        return sequence.length <= words.size() && follow(0, sequence);
    }
}
