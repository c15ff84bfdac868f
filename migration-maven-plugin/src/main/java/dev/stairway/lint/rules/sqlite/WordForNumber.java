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
 * A text that is no number for a column that is declared as one.
 *
 * @param text with its quotes
 */
record WordForNumber(Column column, String text, int offset) {

    private static final Pattern WORD = Pattern.compile("'\\s*[A-Za-z_][^']*'");
    private static final Pattern FIRST_ROW = Pattern.compile("\\bVALUES\\s*\\(", Pattern.CASE_INSENSITIVE);

    static List<WordForNumber> of(StatementView statement) {
        List<WordForNumber> found = new ArrayList<>();
        statement.as(Update.class).ifPresent(update -> {
            for (int at = 0; at < update.columns().size(); at++) {
                String text = update.values().get(at).text().strip();
                add(
                        statement,
                        update.table(),
                        update.columns().get(at),
                        text,
                        update.values().get(at).offset(),
                        found);
            }
        });
        statement
                .as(Insert.class)
                .filter(insert -> insert.query() == null && !insert.columns().isEmpty())
                .ifPresent(insert -> firstRow(statement, insert, found));
        return found;
    }

    /** The values of the first row, one after the other. */
    private static void firstRow(StatementView statement, Insert insert, List<WordForNumber> found) {
        String sql = statement.parsed().source().sql();
        Matcher row = FIRST_ROW.matcher(sql);
        if (!row.find()) {
            return;
        }
        int begin = row.end();
        int depth = 0;
        int column = 0;
        boolean quoted = false;
        for (int at = begin; at < sql.length() && column < insert.columns().size(); at++) {
            char c = sql.charAt(at);
            quoted ^= c == '\'';
            boolean ends = !quoted && depth == 0 && (c == ',' || c == ')');
            if (ends) {
                String text = sql.substring(begin, at).strip();
                add(statement, insert.table(), insert.columns().get(column++), text, begin, found);
                begin = at + 1;
            }
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                return;
            }
        }
    }

    private static void add(
            StatementView statement, Name table, Name name, String text, int offset, List<WordForNumber> found) {
        Optional<Column> column = statement
                .schema()
                .table(table)
                .filter(known -> !known.strict())
                .flatMap((Table known) -> known.column(name))
                .filter(known -> known.type() != null
                        && Affinity.declaresNumber(known.type().written()));
        if (column.isPresent() && WORD.matcher(text).matches()) {
            found.add(new WordForNumber(column.get(), text, offset));
        }
    }
}
