package dev.stairway.script.sql;

import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Splits a script into statements where the server's own parser would. */
public final class SqlScript {

    /** What a script has to say. */
    public enum Content {
        /** Blanks at most. */
        NOTHING,
        /** Comments, and perhaps delimiters between them. */
        COMMENTS,
        STATEMENTS
    }

    private final String file;
    private final String text;
    private final SqlSyntax syntax;
    private final Places places;
    private final List<SqlStatement> statements = new ArrayList<>();
    private Bodies bodies;
    private CopyWatch copy = new CopyWatch();
    private int begin = -1;
    private int end;

    private SqlScript(String file, String text, SqlSyntax syntax) {
        this.file = file;
        this.text = text;
        this.syntax = syntax;
        this.places = new Places(text);
        this.bodies = Bodies.of(syntax.bodies());
    }

    /**
     * The statements in order; comments before, between and behind them belong to none.
     *
     * @param file for their places and for messages
     * @throws ProblemException when it brings the data of {@code COPY ... FROM stdin}, which no JDBC driver takes from a script
     */
    public static List<SqlStatement> statements(String file, String text, SqlSyntax syntax) {
        SqlScript script = new SqlScript(file, text, syntax);
        script.split();
        return List.copyOf(script.statements);
    }

    /** Tells whether a script does anything, without splitting it. */
    public static Content content(String text, SqlSyntax syntax) {
        Lexer lexer = new Lexer(text, syntax);
        Content content = Content.NOTHING;
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            if (token.says() && token.kind() != Token.Kind.DELIMITER) {
                return Content.STATEMENTS;
            }
            content = token.kind() == Token.Kind.BLANK ? content : Content.COMMENTS;
        }
        return content;
    }

    /** The tokens of a text in order, without a gap. */
    public static List<Token> tokens(String text, SqlSyntax syntax) {
        List<Token> tokens = new ArrayList<>();
        eachToken(text, syntax, tokens::add);
        return tokens;
    }

    /** The same one by one, for long texts. */
    public static void eachToken(String text, SqlSyntax syntax, Consumer<Token> taker) {
        Lexer lexer = new Lexer(text, syntax);
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            taker.accept(token);
        }
    }

    private void split() {
        Lexer lexer = new Lexer(text, syntax);
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            if (token.kind() != Token.Kind.DELIMITER) {
                see(token);
            } else if (lexer.hasBodies() && bodies.open()) {
                bodies.semicolon();
                end = token.end();
            } else {
                finish();
            }
        }
        finish();
    }

    private void see(Token token) {
        if (!token.says()) {
            return;
        }
        begin = begin < 0 ? token.start() : begin;
        end = token.end();
        if (token.kind() == Token.Kind.WORD) {
            String word = text.substring(token.start(), token.end()).toUpperCase(Locale.ROOT);
            bodies.word(word);
            copy.word(word);
        } else {
            bodies.other(text.charAt(token.start()));
            copy.other();
        }
    }

    private void finish() {
        if (begin >= 0) {
            SqlStatement statement =
                    new SqlStatement(file, places.line(begin), places.column(begin), text.substring(begin, end));
            if (syntax.copiesFromClient() && copy.fromClient()) {
                throw copied(statement);
            }
            statements.add(statement);
        }
        begin = -1;
        bodies = Bodies.of(syntax.bodies());
        copy = new CopyWatch();
    }

    private static ProblemException copied(SqlStatement statement) {
        return ProblemException.migrations(
                "A script brings the data of COPY ... FROM stdin, which only psql can send",
                statement.position(),
                statement.sql().lines().findFirst().orElse(""),
                "Write the rows as INSERT statements.",
                null);
    }
}
