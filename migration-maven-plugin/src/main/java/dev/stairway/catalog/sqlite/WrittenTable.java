package dev.stairway.catalog.sqlite;

import static dev.stairway.catalog.sqlite.TableReader.lower;

import dev.stairway.catalog.ConditionText;
import dev.stairway.compare.logical.LogicalCheck;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.parse.SqlParser;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What only the text of CREATE TABLE says: names of constraints, checks, what a column is computed from, deferral. */
final class WrittenTable {

    private static final Pattern DEFERRABLE = Pattern.compile("(?i)(\\bNOT\\s+)?\\bDEFERRABLE\\b");

    private final String sql;
    /** Null where the text is beyond the grammar. */
    private final CreateTable tree;

    private WrittenTable(String sql, CreateTable tree) {
        this.sql = sql;
        this.tree = tree;
    }

    static WrittenTable of(String sql) {
        return new WrittenTable(
                sql,
                SqlParser.parse(new SqlStatement("", 1, 1, sql), "sqlite")
                        .as(CreateTable.class)
                        .orElse(null));
    }

    /** @param name empty where none is written */
    record Reference(String name, boolean deferrable) {}

    private List<Constraint> constraints(Kind kind) {
        return tree == null
                ? List.of()
                : tree.allConstraints().stream()
                        .filter(constraint -> constraint.kind() == kind)
                        .toList();
    }

    String nameOfPrimaryKey() {
        return constraints(Kind.PRIMARY_KEY).stream()
                .findFirst()
                .map(WrittenTable::name)
                .orElse("");
    }

    /** @param columns in lower case */
    String nameOfUnique(List<String> columns) {
        return constraints(Kind.UNIQUE).stream()
                .filter(constraint -> columns(constraint).equals(columns))
                .findFirst()
                .map(WrittenTable::name)
                .orElse("");
    }

    List<LogicalCheck> checks() {
        return constraints(Kind.CHECK).stream()
                .map(check -> new LogicalCheck(
                        name(check),
                        ConditionText.of(check.check().text()),
                        check.check().text()))
                .toList();
    }

    /** Expression of a computed column; empty where it is beyond the grammar. */
    String generated(String column) {
        return tree == null
                ? ""
                : tree.columns().stream()
                        .filter(each -> each.name().is(column))
                        .map(Column::generated)
                        .filter(expression -> expression != null)
                        .map(expression -> expression.text())
                        .findFirst()
                        .orElse("");
    }

    /** @param columns in lower case */
    Reference reference(List<String> columns, String parent) {
        Optional<Constraint> found = constraints(Kind.FOREIGN_KEY).stream()
                .filter(constraint -> columns(constraint).equals(columns)
                        && constraint.references().table().is(parent))
                .findFirst();
        return found.map(constraint -> new Reference(name(constraint), deferrable(constraint)))
                .orElse(new Reference("", false));
    }

    /** The clause follows the reference and comes before the next column or constraint. */
    private boolean deferrable(Constraint constraint) {
        String rest = sql.substring(Math.min(constraint.offset(), sql.length()));
        int depth = 0;
        int end = 0;
        while (end < rest.length() && depth >= 0 && !(depth == 0 && rest.charAt(end) == ',')) {
            depth += rest.charAt(end) == '(' ? 1 : rest.charAt(end) == ')' ? -1 : 0;
            end++;
        }
        var word = DEFERRABLE.matcher(rest.substring(0, end));
        return word.find() && word.group(1) == null;
    }

    private static List<String> columns(Constraint constraint) {
        return constraint.columns().stream()
                .map(Name::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String name(Constraint constraint) {
        return constraint.name() == null ? "" : lower(constraint.name().name());
    }
}
