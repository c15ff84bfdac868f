package dev.stairway.measure.plan;

import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlSyntax;
import dev.stairway.script.sql.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the parameters of a query, however its tool writes them: {@code :id}, {@code $1}, {@code ?}, {@code ?1}, {@code @id},
 * {@code #{id}} and {@code sqlc.arg(id)}.
 */
final class Placeholders {

    private final String sql;
    private final List<Token> tokens;
    private final boolean postgres;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Item> items = new ArrayList<>();
    private int at;
    private int brackets;

    Placeholders(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.tokens = SqlScript.tokens(sql, syntax);
        this.postgres = syntax.dollarQuotes();
    }

    List<Item> read() {
        while (at < tokens.size()) {
            if (!parameter()) {
                pass(tokens.get(at));
                at++;
            }
        }
        return items;
    }

    /** What {@link #read} made of the query. */
    String text() {
        return text.toString();
    }

    /** By number. */
    List<String> names() {
        return numbers.keySet().stream()
                .map(name -> name.startsWith("?") ? "?" : name)
                .toList();
    }

    private void pass(Token token) {
        String word = text(at);
        text.append(word);
        if (token.says()) {
            Item.Kind kind = switch (token.kind()) {
                case WORD -> Item.Kind.WORD;
                case QUOTED -> Item.Kind.QUOTED;
                default -> Item.Kind.SYMBOL;
            };
            items.add(new Item(kind, word, 0));
            brackets += word.equals("[") ? 1 : word.equals("]") ? -1 : 0;
        }
    }

    private boolean parameter() {
        return switch (text(at)) {
            case ":" -> colon();
            case "$" -> text(at + 1).matches(postgres ? "\\d+" : "\\w+") && take(2, "$" + text(at + 1));
            case "@" -> !afterOperator() && text(at + 1).matches("[A-Za-z_]\\w*") && take(2, text(at + 1));
            case "?" -> questionMark();
            case "#" -> text(at + 1).equals("{") && braces();
            default -> sqlc();
        };
    }

    private boolean colon() {
        if (text(at + 1).equals(":")) {
            // A cast: both colons are passed, or the second one would begin a name.
            pass(tokens.get(at));
            at++;
            pass(tokens.get(at));
            at++;
            return true;
        }
        boolean name = text(at + 1).matches("\\w+");
        return name && !slice() && take(2, text(at + 1));
    }

    /** {@code a[1:n]} is a piece of an array; {@code ARRAY[:a, :b]} holds parameters. */
    private boolean slice() {
        if (brackets == 0) {
            return false;
        }
        Item last = items.get(items.size() - 1);
        return !last.is(",")
                && !(last.is("[")
                        && items.size() > 1
                        && items.get(items.size() - 2).is("array"));
    }

    private boolean questionMark() {
        String next = text(at + 1);
        if (next.equals("?") && postgres) {
            // JDBC writes the operator so: https://jdbc.postgresql.org/documentation/query/
            text.append('?');
            items.add(new Item(Item.Kind.SYMBOL, "@", 0));
            at += 2;
            return true;
        }
        if (postgres && (next.equals("|") || next.equals("&") || operand(at + 1))) {
            return false;
        }
        return next.matches("\\d+") ? take(2, "$" + next) : take(1, "?" + numbers.size());
    }

    /** After the operator {@code ?} of jsonb comes an operand, which cannot follow a parameter. */
    private boolean operand(int from) {
        int next = from;
        while (next < tokens.size() && !tokens.get(next).says()) {
            next++;
        }
        return text(next).startsWith("'")
                || text(next).matches("[$?:]") && !text(next + 1).equals(":");
    }

    private boolean braces() {
        int end = at + 2;
        while (end < tokens.size() && !text(end).equals("}")) {
            end++;
        }
        return end < tokens.size() && take(end - at + 1, text(at + 2).strip());
    }

    private boolean sqlc() {
        boolean call = text(at).equals("sqlc")
                && text(at + 1).equals(".")
                && text(at + 2).matches("arg|narg|slice")
                && text(at + 3).equals("(")
                && text(at + 5).equals(")");
        return call && take(6, text(at + 4).replaceAll("['\"]", ""));
    }

    private boolean take(int count, String name) {
        int number = numbers.computeIfAbsent(name, fresh -> numbers.size() + 1);
        text.append(postgres ? "$" : "?").append(number);
        items.add(new Item(Item.Kind.PARAMETER, name, number));
        at += count;
        return true;
    }

    private boolean afterOperator() {
        return at > 0 && text(at - 1).length() == 1 && "<>=@~!&|#".contains(text(at - 1));
    }

    private String text(int index) {
        if (index >= tokens.size()) {
            return "";
        }
        return sql.substring(tokens.get(index).start(), tokens.get(index).end());
    }
}
