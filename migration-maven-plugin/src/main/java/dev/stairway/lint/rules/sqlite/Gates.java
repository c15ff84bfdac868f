package dev.stairway.lint.rules.sqlite;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.Targets.Version;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.SqlTree.Update;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which version of SQLite knows what, by https://www.sqlite.org/changes.html. */
final class Gates {

    /**
     * A piece of syntax that is found by its words.
     *
     * @param name for people
     */
    record Gate(Version since, String name, Pattern words) {}

    /** A piece of syntax in a statement. */
    record Use(Version since, String name, int offset) {}

    private static final List<Gate> GATES = List.of(
            gate(
                    3,
                    24,
                    "ON CONFLICT ... DO",
                    "\\bON\\s+CONFLICT\\b(?:\\s*\\([^)]*\\)[^;]*?)?\\s*\\bDO\\s+(?:NOTHING|UPDATE)\\b"),
            gate(3, 23, "TRUE or FALSE", "(?<![\\w$.])(?:TRUE|FALSE)(?![\\w$.])"),
            gate(
                    3,
                    15,
                    "a row of several values",
                    "(?<![\\w\"`\\]])\\(\\s*[\\w.]+\\s*,[\\w\\s.,]+\\)\\s*(?:=|<>|IN\\b)\\s*\\("),
            gate(3, 33, "sqlite_schema", "\\bsqlite_(?:temp_)?schema\\b"),
            gate(3, 34, "substring()", "\\bsubstring\\s*\\("),
            gate(
                    3,
                    35,
                    "mathematical functions",
                    "(?<![\\w$.])(?:sqrt|pow|power|ceil|ceiling|floor|ln|log10|log2|exp|sign|mod|trunc|pi|radians|degrees)\\s*\\("),
            gate(3, 41, "unhex()", "\\bunhex\\s*\\("),
            gate(
                    3,
                    44,
                    "ORDER BY in an aggregate",
                    "\\b(?:group_concat|string_agg|json_group_array|json_group_object)\\s*\\([^()]*\\bORDER\\s+BY\\b"),
            gate(3, 46, "json_pretty()", "\\bjson_pretty\\s*\\("),
            gate(3, 48, "if()", "(?<![\\w$.])if\\s*\\("),
            gate(3, 25, "a window function", "\\)\\s*(?:FILTER\\s*\\([^)]*\\)\\s*)?OVER\\s*(?:\\(|\\w)"),
            gate(3, 27, "VACUUM INTO", "\\bVACUUM\\b[^;]*\\bINTO\\b"),
            gate(3, 30, "FILTER", "\\)\\s*FILTER\\s*\\(\\s*WHERE\\b"),
            gate(3, 30, "NULLS FIRST or NULLS LAST", "\\bNULLS\\s+(?:FIRST|LAST)\\b"),
            gate(3, 32, "iif()", "\\biif\\s*\\("),
            gate(3, 35, "RETURNING", "\\bRETURNING\\b"),
            gate(3, 35, "MATERIALIZED", "\\bAS\\s+(?:NOT\\s+)?MATERIALIZED\\b"),
            gate(3, 38, "-> or ->>", "->>?"),
            gate(3, 38, "unixepoch()", "\\bunixepoch\\s*\\("),
            gate(3, 38, "format()", "\\bformat\\s*\\("),
            gate(3, 39, "RIGHT or FULL JOIN", "\\b(?:RIGHT|FULL)\\s+(?:OUTER\\s+)?JOIN\\b"),
            gate(3, 39, "IS [NOT] DISTINCT FROM", "\\bIS\\s+(?:NOT\\s+)?DISTINCT\\s+FROM\\b"),
            gate(3, 43, "timediff() or octet_length()", "\\b(?:timediff|octet_length)\\s*\\("),
            gate(3, 44, "concat(), concat_ws() or string_agg()", "\\b(?:concat|concat_ws|string_agg)\\s*\\("),
            gate(3, 45, "jsonb", "\\bjsonb\\w*\\s*\\("),
            gate(3, 46, "digits with underscores", "(?<![\\w$])[0-9]+_[0-9]"));

    private static final Pattern UPDATE_FROM =
            Pattern.compile("\\bSET\\b(?:(?!\\bWHERE\\b).)*?\\b(FROM)\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int LONG = 20_000;

    private Gates() {}

    /** All that a statement uses, newest first found or not. */
    static List<Use> of(StatementView statement) {
        List<Use> uses = new ArrayList<>();
        Actions.of(statement, TableAction.class)
                .forEach(action -> action(action).ifPresent(uses::add));
        statement.as(CreateTable.class).ifPresent(made -> table(made, uses));
        String words = Sqlite.words(head(statement.parsed().source().sql()));
        Matcher joined = UPDATE_FROM.matcher(outermost(words));
        if (statement.as(Update.class).isPresent() && joined.find()) {
            uses.add(new Use(new Version(3, 33), "UPDATE ... FROM", joined.start(1)));
        }
        for (Gate gate : GATES) {
            Matcher found = gate.words().matcher(words);
            if (found.find()) {
                uses.add(new Use(gate.since(), gate.name(), found.start()));
            }
        }
        return uses;
    }

    /** The text with blanks in the place of what stands in parentheses. */
    private static String outermost(String words) {
        StringBuilder outside = new StringBuilder(words.length());
        int depth = 0;
        for (char c : words.toCharArray()) {
            depth -= c == ')' ? 1 : 0;
            outside.append(depth > 0 ? ' ' : c);
            depth += c == '(' ? 1 : 0;
        }
        return outside.toString();
    }

    /** Of megabytes of rows the beginning is enough. */
    private static String head(String sql) {
        return sql.length() <= LONG ? sql : sql.substring(0, LONG);
    }

    private static Optional<Use> action(TableAction action) {
        if (action instanceof TableAction.RenameColumn) {
            return use(3, 25, "RENAME COLUMN", action.offset());
        } else if (action instanceof TableAction.DropColumn) {
            return use(3, 35, "DROP COLUMN", action.offset());
        } else if (action instanceof TableAction.AddColumn add && add.column().generated() != null) {
            return use(3, 31, "a generated column", action.offset());
        } else if (action instanceof TableAction.AddConstraint || action instanceof TableAction.DropConstraint) {
            return use(3, 53, "ADD or DROP CONSTRAINT", action.offset());
        } else if (action instanceof TableAction.AlterNotNull) {
            return use(3, 53, "ALTER COLUMN ... NOT NULL", action.offset());
        }
        return Optional.empty();
    }

    private static void table(CreateTable made, List<Use> uses) {
        if (made.strict()) {
            uses.add(new Use(new Version(3, 37), "a STRICT table", 0));
        }
        made.columns().stream()
                .filter(column -> column.generated() != null)
                .findFirst()
                .map(Column::offset)
                .ifPresent(offset -> uses.add(new Use(new Version(3, 31), "a generated column", offset)));
    }

    private static Optional<Use> use(int major, int minor, String name, int offset) {
        return Optional.of(new Use(new Version(major, minor), name, offset));
    }

    private static Gate gate(int major, int minor, String name, String words) {
        return new Gate(
                new Version(major, minor), name, Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }
}
