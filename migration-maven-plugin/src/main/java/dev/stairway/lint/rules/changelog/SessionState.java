package dev.stairway.lint.rules.changelog;

import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What statements leave behind in their session, and nowhere else. */
final class SessionState {

    private static final Set<String> ROLES = Set.of("role", "session authorization", "session_authorization");

    private final List<Name> tables = new ArrayList<>();
    private final List<String> attached = new ArrayList<>();
    private final Map<String, String> parameters = new HashMap<>();
    private final List<Name> unqualified = new ArrayList<>();

    /** Something that a session has. */
    record Thing(String name, String words, String instead) {}

    private SessionState() {}

    static SessionState after(List<ParsedStatement> statements) {
        SessionState state = new SessionState();
        statements.stream().filter(ParsedStatement::covered).forEach(statement -> state.note(statement.tree()));
        return state;
    }

    private void note(SqlTree tree) {
        if (tree instanceof SqlTree.CreateTable made) {
            (made.temporary() ? tables : unqualified).add(made.table());
        } else if (tree instanceof SqlTree.CreateView view && view.temporary()) {
            tables.add(view.view());
        } else if (tree instanceof SqlTree.AlterTable alter) {
            unqualified.add(alter.table());
        } else if (tree instanceof SqlTree.SetParameter set && !set.local()) {
            set(set);
        } else if (tree instanceof SqlTree.Attach attach) {
            attached.remove(attach.as());
            if (!attach.detaches()) {
                attached.add(attach.as());
            }
        }
        unqualified.removeIf(name -> !name.schema().isEmpty());
    }

    private void set(SqlTree.SetParameter set) {
        if (set.resets() && set.parameter().equals("all")) {
            parameters.clear();
        } else if (set.resets() || set.value().equalsIgnoreCase("default")) {
            parameters.remove(set.parameter());
        } else {
            parameters.put(set.parameter(), set.value());
        }
    }

    /**
     * What of this session a statement of another one needs.
     *
     * @param own what the other session has by then
     */
    Optional<Thing> neededBy(ParsedStatement statement, SessionState own) {
        String sql = statement.source().sql();
        boolean harmless =
                statement.as(SqlTree.Drop.class).filter(SqlTree.Drop::ifExists).isPresent();
        for (Name table : harmless ? List.<Name>of() : tables) {
            if (names(sql, table.name()) && !own.has(table) && !makes(statement, table)) {
                return Optional.of(new Thing(
                        table.written(),
                        "temporary table " + table,
                        "Make " + table + " an ordinary table, and drop it in a later release"));
            }
        }
        for (String file : attached) {
            if (names(sql, file) && !own.attached.contains(file) && !(statement.tree() instanceof SqlTree.Attach)) {
                return Optional.of(
                        new Thing(file, "the attached file " + file, "Attach " + file + " in the rollback as well"));
            }
        }
        return parameter(statement, own);
    }

    private Optional<Thing> parameter(ParsedStatement statement, SessionState own) {
        String sql = statement.source().sql();
        return parameters.entrySet().stream()
                .filter(set -> !own.parameters.containsKey(set.getKey()))
                .filter(set -> needs(statement, sql, set.getKey()))
                .map(set -> new Thing(
                        set.getKey(),
                        "the setting " + set.getKey() + " = " + set.getValue(),
                        "Write SET " + set.getKey() + " = " + set.getValue() + "; at the start of the rollback, too"))
                .findFirst();
    }

    private boolean needs(ParsedStatement statement, String sql, String parameter) {
        if (parameter.equals("search_path")) {
            return namesUnqualified(statement);
        }
        if (ROLES.contains(parameter)) {
            return statement.tree() instanceof SqlTree.Drop || statement.tree() instanceof SqlTree.AlterTable;
        }
        return parameter.contains(".") && sql.toLowerCase(Locale.ROOT).contains("'" + parameter + "'");
    }

    /** True when it names, without a schema, a table that the way up names so. */
    private boolean namesUnqualified(ParsedStatement statement) {
        SqlTree tree = statement.tree();
        if (tree instanceof SqlTree.Drop drop && drop.kind() == ObjectKind.TABLE) {
            return drop.names().stream().anyMatch(this::known);
        }
        return tree instanceof SqlTree.AlterTable alter && known(alter.table());
    }

    private boolean known(Name table) {
        return table.schema().isEmpty() && unqualified.stream().anyMatch(table::same);
    }

    private boolean has(Name table) {
        return tables.stream().anyMatch(table::same) || unqualified.stream().anyMatch(table::same);
    }

    private static boolean makes(ParsedStatement statement, Name table) {
        return statement
                .as(SqlTree.CreateTable.class)
                .filter(made -> made.table().same(table))
                .isPresent();
    }

    private static boolean names(String sql, String name) {
        return Pattern.compile("(?i)(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(sql)
                .find();
    }
}
