package dev.stairway.lint.rules.changelog;

import dev.stairway.lint.MigrationView;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Preconditions that only keep a changeSet from doing again what is done already. */
final class ExistenceGuard {

    private static final Pattern NEGATED = Pattern.compile("not\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*+\\))*+\\)");
    private static final Pattern KIND =
            Pattern.compile("([A-Za-z]+)(?:\\(((?:[^()]|\\((?:[^()]|\\([^()]*\\))*+\\))*+)\\))?");
    private static final Pattern CATALOG = Pattern.compile(
            "information_schema|\\bpg_|sqlite_master|sqlite_schema|pragma_|user_tab|all_tab|sys\\.|to_regclass",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TAKES =
            Pattern.compile("(?i)\\s*(DROP|ALTER)\\b.*|(drop|rename|modify|delete|merge).*", Pattern.DOTALL);

    private ExistenceGuard() {}

    static boolean of(MigrationView migration) {
        String conditions = migration.attribute("preConditions");
        if (seeds(migration, conditions)) {
            return true;
        }
        Matcher negated = NEGATED.matcher(conditions);
        while (negated.find()) {
            String inner = negated.group().substring(4, negated.group().length() - 1);
            if (!all(migration, inner)) {
                return false;
            }
        }
        String positive = NEGATED.matcher(conditions).replaceAll("");
        boolean asksPositive = positive.contains("Exists");
        return all(migration, positive) && (!asksPositive || takes(migration));
    }

    /** True when it only inserts rows, and asks whether there are any in these tables. */
    private static boolean seeds(MigrationView migration, String conditions) {
        List<Name> tables = new ArrayList<>();
        migration
                .up()
                .forEach(statement -> tables.add(statement
                        .as(SqlTree.Insert.class)
                        .map(SqlTree.Insert::table)
                        .orElse(null)));
        boolean inserts = !tables.isEmpty() && tables.stream().allMatch(Objects::nonNull);
        boolean asksRows = conditions.matches("(?s)\\s*(not\\()?(tableIsEmpty|rowCount)\\)?\\s*");
        boolean asksThem = conditions.startsWith("sqlCheck(")
                && tables.stream()
                        .filter(Objects::nonNull)
                        .allMatch(table -> conditions
                                .toLowerCase(Locale.ROOT)
                                .contains(table.name().toLowerCase(Locale.ROOT)));
        return inserts && (asksRows || asksThem);
    }

    /** True when each asks for the being of an object of the migration, or for the product. */
    private static boolean all(MigrationView migration, String conditions) {
        Matcher kind = KIND.matcher(conditions);
        while (kind.find()) {
            String name = kind.group(1);
            boolean logic = List.of("and", "or", "not").contains(name);
            String argument = kind.group(2) == null ? "" : kind.group(2);
            if (logic ? !all(migration, argument) : !harmless(migration, name, argument)) {
                return false;
            }
        }
        return true;
    }

    private static boolean harmless(MigrationView migration, String name, String argument) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "dbms", "changesetexecuted" -> true;
            case "sqlcheck" -> CATALOG.matcher(argument).find();
            default -> name.endsWith("Exists") && concerns(migration, argument);
        };
    }

    /**
     * True when a repeated migration that has been done is not done again: it asks for an object of its own, or for rows. What
     * only asks for the product, a user or a property holds every time.
     */
    static boolean keepsFromRepeating(MigrationView migration) {
        String onFail = migration.attribute("onFail");
        boolean skips = onFail.equals("MARK_RAN") || onFail.equals("CONTINUE");
        return skips && asks(migration, migration.attribute("preConditions"));
    }

    private static boolean asks(MigrationView migration, String conditions) {
        Matcher kind = KIND.matcher(conditions);
        while (kind.find()) {
            String argument = kind.group(2) == null ? "" : kind.group(2);
            boolean asks = switch (kind.group(1).toLowerCase(Locale.ROOT)) {
                case "and", "or", "not" -> asks(migration, argument);
                case "dbms", "runningas", "changelogpropertydefined" -> false;
                default -> !kind.group(1).endsWith("Exists") || concerns(migration, argument);
            };
            if (asks) {
                return true;
            }
        }
        return false;
    }

    /** True when statements of the migration speak of each of these objects. @param names with commas */
    private static boolean concerns(MigrationView migration, String names) {
        String statements =
                migration.said().up().stream().map(SqlStatement::sql).collect(Collectors.joining("\n"));
        return statements.isEmpty()
                || Pattern.compile(",")
                        .splitAsStream(names)
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .allMatch(name -> Pattern.compile(
                                        "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
                                .matcher(statements)
                                .find());
    }

    /** True when it drops, renames or alters what has to be there. */
    private static boolean takes(MigrationView migration) {
        return migration.said().changes().stream()
                        .anyMatch(change -> TAKES.matcher(change).matches())
                || migration.said().up().stream()
                        .map(SqlStatement::sql)
                        .anyMatch(sql -> TAKES.matcher(sql).matches());
    }
}
