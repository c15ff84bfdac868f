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

/** Preconditions that only keep a changeSet from doing again what is done already. */
final class ExistenceGuard {

    private static final Pattern NEGATED = Pattern.compile("not\\((?:[^()]|\\([^()]*\\))*+\\)");
    private static final Pattern KIND = Pattern.compile("([A-Za-z]+)(?:\\(((?:[^()]|\\([^()]*\\))*+)\\))?");
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
            if (!all(inner)) {
                return false;
            }
        }
        String positive = NEGATED.matcher(conditions).replaceAll("");
        boolean asksPositive = positive.contains("Exists");
        return all(positive) && (!asksPositive || takes(migration));
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

    /** True when each asks for the being of an object, or for the product. */
    private static boolean all(String conditions) {
        Matcher kind = KIND.matcher(conditions);
        while (kind.find()) {
            String name = kind.group(1);
            boolean logic = List.of("and", "or", "not").contains(name);
            if (logic ? !all(kind.group(2) == null ? "" : kind.group(2)) : !harmless(name, kind.group(2))) {
                return false;
            }
        }
        return true;
    }

    private static boolean harmless(String name, String argument) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "dbms", "changesetexecuted" -> true;
            case "sqlcheck" -> argument != null && CATALOG.matcher(argument).find();
            default -> name.endsWith("Exists");
        };
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
