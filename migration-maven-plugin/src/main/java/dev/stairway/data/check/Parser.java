package dev.stairway.data.check;

import dev.stairway.data.check.Lexer.Kind;
import dev.stairway.data.check.Lexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Parses the boolean expressions that PostgreSQL's {@code pg_get_constraintdef} prints and that people write in SQLite's
 * CHECKs. What it does not know becomes {@link Expression.Opaque}, never an error.
 */
public final class Parser {

    private static final Set<String> COMPARISONS = Set.of("=", "==", "<>", "!=", "<", ">", "<=", ">=");
    private static final Set<String> MATCHES = Set.of("~~", "~~*", "!~~", "!~~*", "~", "~*", "!~", "!~*");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "||");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "decimal", "real", "double", "money");
    private static final Set<String> TYPE_TAILS =
            Set.of("varying", "precision", "without", "with", "time", "zone", "local");

    private final List<Token> tokens;
    private int at;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Parses an expression, without the word CHECK. */
    public static Expression parse(String sql) {
        Parser parser = new Parser(Lexer.tokens(sql));
        try {
            Expression expression = parser.or();
            return parser.peek().kind() == Kind.END ? expression : new Expression.Opaque();
        } catch (Unknown beyondThisGrammar) {
            return new Expression.Opaque();
        }
    }

    private Expression or() {
        List<Expression> parts = new ArrayList<>(List.of(and()));
        while (word("or")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Junction(false, parts);
    }

    private Expression and() {
        List<Expression> parts = new ArrayList<>(List.of(not()));
        while (word("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Junction(true, parts);
    }

    private Expression not() {
        return word("not") ? new Expression.Not(not()) : predicate();
    }

    private Expression predicate() {
        Expression left = sum();
        while (true) {
            Expression next = tail(left);
            if (next == left) {
                return left;
            }
            left = next;
        }
    }

    private Expression tail(Expression left) {
        if (word("is")) {
            return is(left);
        }
        boolean negated = peek().text().equalsIgnoreCase("not") && word("not");
        Expression tail = negatable(left);
        if (tail != left) {
            return negated ? new Expression.Not(tail) : tail;
        }
        if (negated) {
            throw new Unknown();
        }
        return comparison(left);
    }

    private Expression negatable(Expression left) {
        if (word("in")) {
            expect("(");
            return new Expression.In(left, list(")"));
        }
        if (word("between")) {
            Expression low = sum();
            if (!word("and")) {
                throw new Unknown();
            }
            return new Expression.Junction(
                    true, List.of(new Expression.Binary(">=", left, low), new Expression.Binary("<=", left, sum())));
        }
        for (String match : List.of("like", "ilike", "glob")) {
            if (word(match)) {
                return new Expression.Binary(match, left, sum());
            }
        }
        return left;
    }

    private Expression is(Expression left) {
        boolean negated = word("not");
        Expression result;
        if (word("null")) {
            result = new Expression.IsNull(left);
        } else if (word("true")) {
            result = left;
        } else if (word("false")) {
            result = new Expression.Not(left);
        } else {
            throw new Unknown();
        }
        return negated ? new Expression.Not(result) : result;
    }

    private Expression comparison(Expression left) {
        String operator = peek().kind() == Kind.OPERATOR ? peek().text() : "";
        if (MATCHES.contains(operator)) {
            at++;
            return match(operator, left, sum());
        }
        if (!COMPARISONS.contains(operator)) {
            return left;
        }
        at++;
        if (word("any")) {
            return equalToAny(operator, left, "=", false);
        }
        if (word("all")) {
            return equalToAny(operator, left, "<>", true);
        }
        String plain = operator.equals("==") ? "=" : operator.equals("!=") ? "<>" : operator;
        return new Expression.Binary(plain, left, sum());
    }

    private static Expression match(String operator, Expression left, Expression right) {
        boolean negated = operator.startsWith("!");
        String plain = negated ? operator.substring(1) : operator;
        String name = plain.equals("~~") ? "like" : plain.equals("~~*") ? "ilike" : plain;
        Expression match = new Expression.Binary(name, left, right);
        return negated ? new Expression.Not(match) : match;
    }

    private Expression equalToAny(String operator, Expression left, String needed, boolean negated) {
        expect("(");
        Expression array = or();
        expect(")");
        if (!operator.equals(needed)
                || !(array instanceof Expression.Call call)
                || !call.function().equals("array")) {
            throw new Unknown();
        }
        Expression in = new Expression.In(left, call.arguments());
        return negated ? new Expression.Not(in) : in;
    }

    private Expression sum() {
        Expression left = unary();
        while (peek().kind() == Kind.OPERATOR && ARITHMETIC.contains(peek().text())) {
            String operator = tokens.get(at++).text();
            left = new Expression.Binary(operator, left, unary());
        }
        return left;
    }

    private Expression unary() {
        if (operator("-")) {
            Expression part = unary();
            if (part instanceof Expression.Constant constant && constant.text() != null) {
                return new Expression.Constant("-" + constant.text(), false);
            }
            return new Expression.Binary("-", new Expression.Constant("0", false), part);
        }
        return casts(primary());
    }

    private Expression casts(Expression whole) {
        Expression part = whole;
        while (true) {
            if (operator("::")) {
                // PostgreSQL writes negative numbers so: '-5'::integer.
                boolean number = NUMBERS.contains(peek().text().toLowerCase(Locale.ROOT));
                if (number && part instanceof Expression.Constant constant) {
                    part = new Expression.Constant(constant.text(), false);
                }
                typeName();
            } else if (word("collate")) {
                at++;
                while (operator(".")) {
                    at++;
                }
            } else {
                return part;
            }
        }
    }

    private void typeName() {
        at++;
        while (operator(".")) {
            at++;
        }
        boolean more = true;
        while (more) {
            more = TYPE_TAILS.contains(peek().text().toLowerCase(Locale.ROOT)) && peek().kind() == Kind.WORD;
            if (more) {
                at++;
            }
            if (operator("(")) {
                list(")");
            }
            while (operator("[")) {
                expect("]");
            }
        }
    }

    private Expression primary() {
        Token token = tokens.get(at++);
        return switch (token.kind()) {
            case STRING, NUMBER -> new Expression.Constant(token.text(), token.kind() == Kind.STRING);
            case QUOTED -> new Expression.Column(token.text());
            case WORD -> word(token);
            default -> {
                if (!token.text().equals("(")) {
                    throw new Unknown();
                }
                Expression inner = or();
                expect(")");
                yield inner;
            }
        };
    }

    private Expression word(Token token) {
        String lower = token.text().toLowerCase(Locale.ROOT);
        if (lower.equals("array") && operator("[")) {
            return new Expression.Call("array", list("]"));
        }
        if (lower.equals("null")) {
            return new Expression.Constant(null, false);
        }
        if (lower.equals("true") || lower.equals("false")) {
            return new Expression.Constant(lower, false);
        }
        if (Set.of("case", "exists", "select", "row", "cast", "extract").contains(lower)) {
            throw new Unknown();
        }
        if (operator("(")) {
            return new Expression.Call(lower, list(")"));
        }
        if (peek().text().equals(".")) {
            throw new Unknown();
        }
        return new Expression.Column(token.text());
    }

    private List<Expression> list(String end) {
        List<Expression> items = new ArrayList<>();
        while (!operator(end)) {
            items.add(or());
            if (!operator(",") && !peek().text().equals(end)) {
                throw new Unknown();
            }
        }
        return items;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean word(String lower) {
        boolean found = peek().kind() == Kind.WORD && peek().text().equalsIgnoreCase(lower);
        at += found ? 1 : 0;
        return found;
    }

    private boolean operator(String text) {
        boolean found = peek().kind() == Kind.OPERATOR && peek().text().equals(text);
        at += found ? 1 : 0;
        return found;
    }

    private void expect(String text) {
        if (!operator(text)) {
            throw new Unknown();
        }
    }

    /** The text leaves the grammar. */
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("beyond this grammar", null, false, false);
        }
    }
}
