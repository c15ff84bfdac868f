package dev.stairway.fingerprint.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What only the text of CREATE TABLE says: checks, conflict clauses, deferral, collations, generated expressions,
 * AUTOINCREMENT. Everything else comes from the pragmas.
 *
 * @see <a href="https://www.sqlite.org/lang_createtable.html">CREATE TABLE</a>
 */
final class TableText {

    private static final Set<String> TABLE_CONSTRAINT = Set.of("constraint", "primary", "unique", "check", "foreign");
    private static final Set<String> CLAUSE = Set.of(
            "constraint",
            "primary",
            "not",
            "null",
            "unique",
            "check",
            "default",
            "collate",
            "references",
            "generated",
            "as");

    /** Check expressions, each after its name and a colon where it has one. */
    final List<Check> checks = new ArrayList<>();
    /** Column to collation. */
    final Map<String, String> collations = new HashMap<>();
    /** Column to expression. */
    final Map<String, String> generated = new HashMap<>();
    /** {@code primary a,b}, {@code unique a}, {@code not null a} to what happens on conflict. */
    final Map<String, String> conflicts = new HashMap<>();
    /** Referencing columns to deferral. */
    final Map<String, String> deferrals = new HashMap<>();

    boolean autoincrement;

    private List<String> tokens;
    private int at;

    private TableText() {}

    static TableText parse(String sql) {
        TableText text = new TableText();
        List<String> all = Tokens.of(sql);
        int open = all.indexOf("(");
        if (open < 0 || all.contains("virtual") && all.indexOf("virtual") < open) {
            return text;
        }
        for (List<String> definition : split(all.subList(open + 1, closing(all, open)))) {
            text.definition(definition);
        }
        return text;
    }

    /**
     * A CHECK constraint.
     *
     * @param name empty when it has none
     */
    record Check(String name, String expression) {}

    private void definition(List<String> definition) {
        if (definition.isEmpty()) {
            return;
        }
        tokens = definition;
        at = 0;
        boolean ofTable = TABLE_CONSTRAINT.contains(definition.get(0));
        String column = ofTable ? null : definition.get(0);
        if (!ofTable) {
            at = 1;
            while (at < tokens.size() && !CLAUSE.contains(tokens.get(at))) {
                at = tokens.get(at).equals("(") ? closing(tokens, at) + 1 : at + 1;
            }
        }
        clauses(column);
    }

    private void clauses(String column) {
        String name = "";
        String foreign = column;
        while (at < tokens.size()) {
            String keyword = tokens.get(at++);
            switch (keyword) {
                case "constraint" -> name = tokens.get(at++);
                case "primary" -> {
                    at++;
                    conflict("primary " + columns(column));
                    name = "";
                }
                case "unique" -> {
                    conflict("unique " + columns(column));
                    name = "";
                }
                case "not" -> {
                    if (peek("deferrable")) {
                        at++;
                        deferral(foreign, "");
                    } else {
                        at++;
                        conflict("not null " + column);
                    }
                }
                case "check" -> {
                    checks.add(new Check(name, Tokens.join(parenthesised())));
                    name = "";
                }
                case "default" -> skipValue();
                case "collate" -> collations.put(column, tokens.get(at++));
                case "generated" -> at++;
                case "as" -> generated.put(column, Tokens.join(parenthesised()));
                case "foreign" -> {
                    at++;
                    foreign = columns(column);
                }
                case "deferrable" -> deferral(foreign, "deferrable");
                case "autoincrement" -> autoincrement = true;
                default -> {
                    if (keyword.equals("(")) {
                        at = closing(tokens, at - 1) + 1;
                    }
                }
            }
        }
    }

    private void deferral(String columns, String deferrable) {
        String initially = "";
        if (peek("initially")) {
            initially = tokens.get(at + 1);
            at += 2;
        }
        if (!deferrable.isEmpty()) {
            deferrals.put(columns, initially.equals("deferred") ? "initially deferred" : "initially immediate");
        }
    }

    /** A conflict clause may follow ASC, DESC or the column list. */
    private void conflict(String what) {
        while (peek("asc") || peek("desc")) {
            at++;
        }
        if (peek("on") && at + 2 < tokens.size() && tokens.get(at + 1).equals("conflict")) {
            String action = tokens.get(at + 2);
            at += 3;
            if (!action.equals("abort")) {
                conflicts.put(what, action);
            }
        }
    }

    private String columns(String column) {
        if (!peek("(")) {
            return column;
        }
        List<String> names = new ArrayList<>();
        split(parenthesised()).forEach(part -> names.add(part.get(0)));
        return String.join(",", names);
    }

    private void skipValue() {
        if (peek("(")) {
            parenthesised();
        } else if (peek("+") || peek("-")) {
            at += 2;
        } else {
            at++;
        }
    }

    private List<String> parenthesised() {
        int close = closing(tokens, at);
        List<String> inner = tokens.subList(at + 1, close);
        at = close + 1;
        return inner;
    }

    private boolean peek(String token) {
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    static int closing(List<String> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private static List<List<String>> split(List<String> tokens) {
        List<List<String>> parts = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (token.equals(",") && depth == 0) {
                parts.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        if (start < tokens.size()) {
            parts.add(tokens.subList(start, tokens.size()));
        }
        return parts;
    }
}
