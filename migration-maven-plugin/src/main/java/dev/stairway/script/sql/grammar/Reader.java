package dev.stairway.script.sql.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads texts by one grammar: first without a look at what calls a rule, which is enough for nearly every statement and
 * many times faster, then with it. Safe on any thread.
 *
 * @param <P> the generated parser
 * @param <T> what its first rule gives
 */
public final class Reader<P extends Parser, T extends ParserRuleContext> {

    /** A level of parentheses is about 25 calls of a generated parser: deeper ones would need a larger stack. */
    private static final int DEEPEST = 150;

    /** A tree of more words would take more than 100 MB. */
    private static final int MOST_WORDS = 40_000;

    /** States of {@link Learnt}, a few KB each. */
    private static final int MOST_LEARNT = 20_000;

    private static final int LONGEST_QUOTE = 40;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFEFF]");

    private final Function<CharStream, Lexer> lexers;
    private final Function<TokenStream, P> parsers;
    private final Function<P, T> root;
    private final Set<String> openers;
    private final Set<String> closers;
    private volatile Learnt learnt;

    /**
     * Reads by a grammar.
     *
     * @param root the rule to begin with; one that reads up to the end of the text
     */
    public Reader(Function<CharStream, Lexer> lexers, Function<TokenStream, P> parsers, Function<P, T> root) {
        this.lexers = lexers;
        this.parsers = parsers;
        this.root = root;
        this.openers = Set.of("(", "[", "case");
        this.closers = Set.of(")", "]", "end");
    }

    /**
     * The tree of a text.
     *
     * @throws NotUnderstood where the grammar refuses it, or where it nests too deeply or is too long
     */
    public T read(String text) throws NotUnderstood {
        try {
            List<Token> words = words(lexer(text));
            refuseDepth(words);
            CommonTokenStream tokens = new CommonTokenStream(new ListTokenSource(words));
            tokens.fill();
            return readFastThenExactly(tokens);
        } catch (StackOverflowError tooDeep) {
            learnt = null;
            throw new NotUnderstood("it nests too deeply", tooDeep);
        }
    }

    /** Cuts a text into words one by one, as this grammar does. */
    public Lexer lexer(String text) {
        Lexer lexer = lexers.apply(new TextStream(text));
        lexer.removeErrorListeners();
        return lexer;
    }

    private static List<Token> words(Lexer lexer) throws NotUnderstood {
        FirstFault fault = new FirstFault();
        lexer.addErrorListener(fault);
        List<Token> words = new ArrayList<>();
        Token word;
        do {
            word = lexer.nextToken();
            if (word.getChannel() == Token.DEFAULT_CHANNEL) {
                words.add(word);
            }
            if (fault.place() != null) {
                throw new NotUnderstood(fault.place() + ": this is no word of the grammar");
            } else if (words.size() > MOST_WORDS) {
                throw new NotUnderstood("it has more than " + MOST_WORDS + " words");
            }
        } while (word.getType() != Token.EOF);
        return words;
    }

    private T readFastThenExactly(CommonTokenStream tokens) throws NotUnderstood {
        try {
            return read(tokens, PredictionMode.SLL);
        } catch (ParseCancellationException perhaps) {
            return readExactly(tokens);
        }
    }

    private T readExactly(CommonTokenStream tokens) throws NotUnderstood {
        try {
            tokens.seek(0);
            return read(tokens, PredictionMode.LL);
        } catch (ParseCancellationException refused) {
            throw new NotUnderstood(where(refused, tokens), refused);
        }
    }

    private T read(CommonTokenStream tokens, PredictionMode mode) {
        P parser = parsers.apply(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        learnt(parser).teach(parser);
        parser.getInterpreter().setPredictionMode(mode);
        return root.apply(parser);
    }

    private Learnt learnt(Parser parser) {
        Learnt known = learnt;
        if (known == null || known.outgrown(MOST_LEARNT)) {
            known = new Learnt(parser.getATN());
            learnt = known;
        }
        return known;
    }

    private void refuseDepth(List<Token> tokens) throws NotUnderstood {
        int depth = 0;
        for (Token token : tokens) {
            String word = token.getStopIndex() - token.getStartIndex() > 4 ? "" : lower(token);
            if (openers.contains(word)) {
                depth++;
            } else if (closers.contains(word)) {
                depth = Math.max(0, depth - 1);
            }
            if (depth > DEEPEST) {
                throw new NotUnderstood(place(token) + ": it nests more than " + DEEPEST + " levels deep");
            }
        }
    }

    private static String lower(Token token) {
        return token.getText().toLowerCase(Locale.ROOT);
    }

    private static String where(ParseCancellationException refused, CommonTokenStream tokens) {
        Token token = refused.getCause() instanceof RecognitionException cause && cause.getOffendingToken() != null
                ? cause.getOffendingToken()
                : tokens.get(tokens.size() - 1);
        if (token.getType() == Token.EOF) {
            return place(token) + ": it ends where more is expected";
        }
        return place(token) + ": the grammar refuses it at \"" + shortened(token.getText()) + '"';
    }

    /** Line of the statement and column, both from 1. */
    private static String place(Token token) {
        return token.getLine() + ":" + (token.getCharPositionInLine() + 1);
    }

    /** For people: without characters that a terminal would obey. */
    private static String shortened(String text) {
        String first = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
        return CONTROL.matcher(first)
                .replaceAll(found -> String.format("U+%04X", (int) found.group().charAt(0)));
    }
}
