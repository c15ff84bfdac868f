package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlSyntax;
import dev.stairway.script.sql.Token;
import dev.stairway.script.sql.grammar.NotUnderstood;

/**
 * A statement without what the server reads in one go and a generated lexer in calls of itself, or in time that grows with
 * the square: comments inside of comments become blanks, so that places stay, and endless operators are refused.
 */
final class PlainText {

    /** https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-OPERATORS */
    private static final int LONGEST_OPERATOR = 63;

    private static final String SIGNS = "+-*/<>=~!@#%^&|`?";

    private final String sql;
    private StringBuilder plain;
    private int signs;
    private String fault = "";

    private PlainText(String sql) {
        this.sql = sql;
    }

    /** @throws NotUnderstood when it is nothing that a server could read */
    static String of(String sql) throws NotUnderstood {
        if (sql.indexOf('\0') >= 0) {
            throw new NotUnderstood("it holds a character NUL, which no server takes");
        }
        return usual(sql) ? sql : new PlainText(sql).read();
    }

    /** True for nearly every statement: neither a comment inside of a comment nor many signs in a row. */
    private static boolean usual(String sql) {
        int opening = sql.indexOf("/*");
        return (opening < 0 || sql.indexOf("/*", opening + 2) < 0) && !manySigns(sql);
    }

    private static boolean manySigns(String sql) {
        int row = 0;
        for (int at = 0; at < sql.length() && row <= LONGEST_OPERATOR; at++) {
            row = SIGNS.indexOf(sql.charAt(at)) < 0 ? 0 : row + 1;
        }
        return row > LONGEST_OPERATOR;
    }

    private String read() throws NotUnderstood {
        SqlScript.eachToken(sql, SqlSyntax.POSTGRESQL, this::see);
        if (!fault.isEmpty()) {
            throw new NotUnderstood(fault);
        }
        return plain == null ? sql : plain.toString();
    }

    private void see(Token token) {
        boolean comment = token.end() - token.start() > 1 && sql.startsWith("/*", token.start());
        boolean sign = token.kind() == Token.Kind.SYMBOL && SIGNS.indexOf(sql.charAt(token.start())) >= 0;
        signs = sign && !comment ? signs + 1 : 0;
        if (comment) {
            comment(token);
        } else if (signs > LONGEST_OPERATOR) {
            fault = "an operator has more than " + LONGEST_OPERATOR + " signs";
        }
    }

    private void comment(Token comment) {
        int depth = 0;
        boolean nested = false;
        for (int at = comment.start(); at < comment.end(); at++) {
            if (sql.startsWith("/*", at)) {
                nested |= ++depth > 1;
                at++;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at++;
            }
        }
        if (depth > 0) {
            fault = "a comment has no end";
        } else if (nested) {
            blank(comment);
        }
    }

    private void blank(Token comment) {
        plain = plain == null ? new StringBuilder(sql) : plain;
        for (int at = comment.start(); at < comment.end(); at++) {
            if (sql.charAt(at) != '\n') {
                plain.setCharAt(at, ' ');
            }
        }
    }
}
