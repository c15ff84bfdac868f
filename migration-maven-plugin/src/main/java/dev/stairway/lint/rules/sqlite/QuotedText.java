package dev.stairway.lint.rules.sqlite;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something in double quotes that can only be a text.
 *
 * @param offset in the statement
 */
record QuotedText(Name table, String written, int offset) {

    /** Strings in single quotes and comments are passed over; what stands before or behind a dot, and functions, are names. */
    private static final Pattern QUOTED = Pattern.compile(
            "'[^']*+'|--[^\\n]*+|/\\*(?s:.*?)(?:\\*/|\\z)|(?<![.\\w])(\"[^\"]*+(?:\"\"[^\"]*+)*+\")(?!\\s*[.(])");

    /** A dump may hold thousands of them, and the first ones say it all. */
    private static final int ENOUGH = 3;

    private static final Pattern VALUES = Pattern.compile("\\bVALUES\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_VALUES =
            Pattern.compile("\\bON\\s+CONFLICT\\b|\\bRETURNING\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARED = Pattern.compile(
            "(?<![\\w\".'`\\]])[A-Za-z_]\\w*\\s*(?:==?|<>|!=|\\bLIKE\\b|\\bIN\\s*\\()\\s*(\"[^\"]*+\")(?!\\s*[.(\"])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("\"[A-Za-z_]\\w*\"");

    String inside() {
        return written.substring(1, written.length() - 1).replace("\"\"", "\"");
    }

    static List<QuotedText> of(StatementView statement) {
        SqlTree tree = statement.tree();
        List<QuotedText> found = new ArrayList<>();
        if (tree instanceof SqlTree.Insert insert && insert.query() == null) {
            values(statement, insert.table(), found);
        } else if (tree instanceof SqlTree.Update update) {
            for (int at = 0; at < update.values().size(); at++) {
                boolean bare = !update.columns().get(at).quoted();
                assigned(statement, update.table(), update.values().get(at), bare, found);
                expression(statement, update.table(), update.values().get(at), found);
            }
            expression(statement, update.table(), update.where(), found);
        } else if (tree instanceof SqlTree.Delete delete) {
            expression(statement, delete.table(), delete.where(), found);
        } else if (tree instanceof SqlTree.CreateTable made) {
            table(made, found);
        } else if (tree instanceof SqlTree.AlterTable altered) {
            altered.actions().stream()
                    .filter(TableAction.AddColumn.class::isInstance)
                    .map(action -> ((TableAction.AddColumn) action).column())
                    .forEach(column -> byDefault(altered.table(), column, found));
        }
        return found.stream().distinct().limit(ENOUGH).toList();
    }

    /** In VALUES there are no columns at all. */
    private static void values(StatementView statement, Name table, List<QuotedText> found) {
        String sql = statement.parsed().source().sql();
        String words = Sqlite.words(sql);
        Matcher values = VALUES.matcher(words);
        if (values.find()) {
            Matcher after = AFTER_VALUES.matcher(words);
            int end = after.find(values.end()) ? after.start() : sql.length();
            collect(table, sql.substring(values.end(), end), values.end(), text -> true, found);
        }
    }

    private static void table(SqlTree.CreateTable made, List<QuotedText> found) {
        Predicate<String> isText = text ->
                made.columns().stream().noneMatch(column -> column.name().is(text));
        made.columns().forEach(column -> byDefault(made.table(), column, found));
        made.allConstraints().stream()
                .map(constraint -> constraint.check())
                .filter(Objects::nonNull)
                .forEach(check -> collect(made.table(), check.text(), check.offset(), isText, found));
    }

    private static void byDefault(Name table, Column column, List<QuotedText> found) {
        Expression value = column.defaultValue();
        if (value != null) {
            collect(table, value.text(), value.offset(), text -> true, found);
        }
    }

    /** Who does not quote the column does not quote another one in its value. */
    private static void assigned(
            StatementView statement, Name table, Expression value, boolean bare, List<QuotedText> found) {
        boolean alone = value.text().strip().matches("\"[^\"]*\"");
        if (alone && bare && columns(statement, table).isEmpty()) {
            collect(table, value.text(), value.offset(), text -> true, found);
        }
    }

    /** A subquery has columns of its own, which are not looked for. */
    private static void expression(StatementView statement, Name table, Expression value, List<QuotedText> found) {
        if (value == null || value.subquery()) {
            return;
        }
        List<Column> columns = columns(statement, table);
        if (columns.isEmpty()) {
            collect(
                    table,
                    value.text(),
                    value.offset(),
                    text -> !NAME.matcher('"' + text + '"').matches(),
                    found);
            compared(table, value, found);
        } else {
            Predicate<String> isText =
                    text -> columns.stream().noneMatch(column -> column.name().is(text));
            collect(table, value.text(), value.offset(), isText, found);
        }
    }

    /** {@code state = "open"}: a name without quotes on the left, and something in quotes on the right. */
    private static void compared(Name table, Expression value, List<QuotedText> found) {
        Matcher compared = COMPARED.matcher(value.text());
        while (found.size() < ENOUGH && compared.find()) {
            found.add(new QuotedText(table, compared.group(1), value.offset() + compared.start(1)));
        }
    }

    private static List<Column> columns(StatementView statement, Name table) {
        return statement.schema().table(table).map(known -> known.columns()).orElse(List.of());
    }

    private static void collect(Name table, String text, int offset, Predicate<String> isText, List<QuotedText> found) {
        Matcher quoted = QUOTED.matcher(text);
        while (found.size() < ENOUGH && quoted.find()) {
            if (quoted.group(1) != null) {
                QuotedText one = new QuotedText(table, quoted.group(1), offset + quoted.start(1));
                if (isText.test(one.inside())) {
                    found.add(one);
                }
            }
        }
    }
}
