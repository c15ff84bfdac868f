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
            "(?<![\\w\".'`\\]])(?:[A-Za-z_]\\w*\\.)?[A-Za-z_]\\w*\\s*(?:==?|<>|!=|\\bLIKE\\b|\\bIN\\s*\\()\\s*(\"[^\"]*+\")(?!\\s*[.(\"])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXTS = Pattern.compile("'[^']*+'|--[^\\n]*+|/\\*(?s:.*?)(?:\\*/|\\z)");
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
        queried(statement, found);
        return found.stream().distinct().limit(ENOUGH).toList();
    }

    /** In queries, in triggers and in conditions of indexes: what is compared with a name that stands without quotes. */
    private static void queried(StatementView statement, List<QuotedText> found) {
        SqlTree tree = statement.tree();
        List<Name> tables = List.of();
        if (tree instanceof SqlTree.CreateView made) {
            tables = made.query().tables();
        } else if (tree instanceof SqlTree.Insert insert && insert.query() != null) {
            tables = insert.query().tables();
        } else if (tree instanceof SqlTree.CreateTrigger made) {
            tables = List.of(made.table());
        } else if (tree instanceof SqlTree.CreateIndex made && made.where() != null) {
            tables = List.of(made.table());
        } else if (tree instanceof SqlTree.Update update && hasQuery(update)) {
            tables = List.of(update.table());
        } else if (tree instanceof SqlTree.Delete delete
                && delete.where() != null
                && delete.where().subquery()) {
            tables = List.of(delete.table());
        }
        if (!tables.isEmpty()) {
            List<Column> columns = tables.stream()
                    .flatMap(table -> columns(statement, table).stream())
                    .toList();
            compared(tables.get(0), statement.parsed().source().sql(), 0, columns, found);
            selected(statement, columns, found);
        }
    }

    /** Something in quotes that is no column of what the query reads goes into a column. */
    private static void selected(StatementView statement, List<Column> columns, List<QuotedText> found) {
        if (columns.isEmpty() || !(statement.tree() instanceof SqlTree.Insert)) {
            return;
        }
        StoredValue.of(statement).stream()
                .filter(value -> value.text().matches("\"[^\"]*\""))
                .filter(value -> columns.stream()
                        .noneMatch(column -> column.name()
                                .is(value.text().substring(1, value.text().length() - 1))))
                .limit(ENOUGH)
                .forEach(value -> found.add(new QuotedText(value.table().name(), value.text(), value.offset())));
    }

    private static boolean hasQuery(SqlTree.Update update) {
        return update.where() != null && update.where().subquery()
                || update.values().stream().anyMatch(Expression::subquery);
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
        if (alone && bare) {
            List<Column> columns = columns(statement, table);
            collect(table, value.text(), value.offset(), text -> !quotedColumn(columns, text), found);
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
            compared(table, value, List.of(), found);
        } else {
            Predicate<String> isText =
                    text -> columns.stream().noneMatch(column -> column.name().is(text));
            collect(table, value.text(), value.offset(), isText, found);
            compared(table, value, columns, found);
        }
    }

    /** True for a column that was itself declared in quotes, so that whoever quotes it may well mean it. */
    private static boolean quotedColumn(List<Column> columns, String text) {
        return columns.stream()
                .anyMatch(column -> column.name().is(text) && column.name().quoted());
    }

    /** {@code state = "open"}: a name without quotes on the left, and something in quotes on the right. */
    private static void compared(Name table, Expression value, List<Column> columns, List<QuotedText> found) {
        compared(table, value.text(), value.offset(), columns, found);
    }

    private static void compared(Name table, String text, int offset, List<Column> columns, List<QuotedText> found) {
        String names =
                TEXTS.matcher(text).replaceAll(match -> " ".repeat(match.group().length()));
        Matcher compared = COMPARED.matcher(names);
        while (found.size() < ENOUGH && compared.find()) {
            String inside = compared.group(1).substring(1, compared.group(1).length() - 1);
            if (!quotedColumn(columns, inside)) {
                found.add(new QuotedText(table, compared.group(1), offset + compared.start(1)));
            }
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
