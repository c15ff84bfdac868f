package dev.stairway.lint.rules.sqlite;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import dev.stairway.script.sql.tree.SqlTree.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that a statement stores in a column of a table that is not STRICT.
 *
 * @param text as it is written
 * @param offset in the statement
 */
record StoredValue(Table table, Column column, String text, int offset) {

    private static final Pattern VALUES = Pattern.compile("\\bVALUES\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SELECT = Pattern.compile("\\A\\s*SELECT\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM = Pattern.compile("\\bFROM\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern BARE =
            Pattern.compile("(?:[\\w\"`\\[\\]]+\\.)?([A-Za-z_\"`\\[][\\w\"`\\]]*)(?i:\\s+AS\\s+\\S+)?");

    /** Of megabytes of rows the first ones are enough. */
    private static final int MOST = 2_000;

    static List<StoredValue> of(StatementView statement) {
        List<StoredValue> all = new ArrayList<>();
        statement
                .as(Update.class)
                .ifPresent(update -> known(statement, update.table()).ifPresent(table -> updated(table, update, all)));
        statement
                .as(Insert.class)
                .ifPresent(insert ->
                        known(statement, insert.table()).ifPresent(table -> inserted(statement, table, insert, all)));
        return all;
    }

    /** The column of texts that it is, without a change; empty where it is anything else, or nobody knows. */
    Optional<Name> from(StatementView statement) {
        Matcher bare = BARE.matcher(text);
        if (!bare.matches()) {
            return Optional.empty();
        }
        String name = bare.group(1).replaceAll("[\"`\\[\\]]", "");
        Name source = statement
                .as(Insert.class)
                .filter(insert -> insert.query() != null)
                .map(insert -> insert.query().tables().get(0))
                .orElse(table.name());
        return statement.schema().table(source).stream()
                .flatMap(known -> known.columns().stream())
                .filter(column -> column.name().is(name) && column.type() != null)
                .filter(column -> Affinity.of(column.type().written()) == Affinity.TEXT)
                .map(Column::name)
                .findFirst();
    }

    private static Optional<Table> known(StatementView statement, Name table) {
        return statement.schema().table(table).filter(known -> !known.strict());
    }

    private static void updated(Table table, Update update, List<StoredValue> all) {
        int pairs = Math.min(update.columns().size(), update.values().size());
        for (int at = 0; at < pairs; at++) {
            int offset = update.values().get(at).offset();
            String text = update.values().get(at).text().strip();
            table.column(update.columns().get(at))
                    .ifPresent(column -> all.add(new StoredValue(table, column, text, offset)));
        }
    }

    private static void inserted(StatementView statement, Table table, Insert insert, List<StoredValue> all) {
        List<Name> columns = insert.columns().isEmpty()
                ? table.columns().stream().map(Column::name).toList()
                : insert.columns();
        if (insert.query() != null) {
            selected(insert, table, columns, all);
            return;
        }
        String sql = statement.parsed().source().sql();
        Matcher values = VALUES.matcher(Sqlite.words(sql));
        int at = values.find() ? values.end() : sql.length();
        while (all.size() < MOST && at < sql.length()) {
            int open = sql.indexOf('(', at);
            if (open < 0) {
                return;
            }
            at = row(sql, open + 1, table, columns, 0, all);
            if (!sql.substring(at).stripLeading().startsWith(",")) {
                return;
            }
        }
    }

    /** What a query without a join and without a WITH gives, in order. */
    private static void selected(Insert insert, Table table, List<Name> columns, List<StoredValue> all) {
        String text = insert.query().text();
        Matcher select = SELECT.matcher(text);
        Matcher from = FROM.matcher(Sqlite.words(text));
        if (insert.query().tables().size() == 1 && select.find() && from.find(select.end())) {
            row(
                    text.substring(0, from.start()) + ")",
                    select.end(),
                    table,
                    columns,
                    insert.query().offset(),
                    all);
        }
    }

    /** @param offset of the text in the statement @return the place behind the row */
    private static int row(String sql, int from, Table table, List<Name> columns, int offset, List<StoredValue> all) {
        int begin = from;
        int depth = 0;
        int column = 0;
        char quote = 0;
        for (int at = from; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (depth == 0 && (c == ',' || c == ')')) {
                add(table, columns, column++, sql.substring(begin, at).strip(), offset + begin, all);
                begin = at + 1;
                if (c == ')') {
                    return at + 1;
                }
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            }
        }
        return sql.length();
    }

    private static void add(
            Table table, List<Name> columns, int place, String text, int offset, List<StoredValue> all) {
        if (place < columns.size()) {
            table.column(columns.get(place)).ifPresent(column -> all.add(new StoredValue(table, column, text, offset)));
        }
    }
}
