package dev.stairway.lint.rules.support;

import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Limits of waiting that a session of PostgreSQL sets for itself. */
public final class Timeouts {

    private Timeouts() {}

    /** True when a statement before this one of its migration has set it to something else than 0. */
    public static boolean limited(StatementView statement, String parameter) {
        String value = statement.parameters().get(parameter);
        return value == null
                ? statement.before().stream().anyMatch(earlier -> byFunction(earlier, parameter))
                : !off(value);
    }

    /** True when a statement before this one has switched it off. */
    public static boolean switchedOff(StatementView statement, String parameter) {
        String value = statement.parameters().get(parameter);
        return value != null && off(value);
    }

    /** What a migration writes to limit one: SET LOCAL does nothing without a transaction. @param value {@code '2s'} */
    public static String advice(StatementView statement, String parameter, String value) {
        return statement.transaction()
                ? "SET LOCAL " + parameter + " = '" + value + "'; before the statement"
                : "SET " + parameter + " = '" + value
                        + "'; before the statement, which runs in no transaction, and RESET " + parameter
                        + "; behind it";
    }

    /** True when any of these statements sets it, for a session, a role or a database. */
    public static boolean setAnywhere(List<ParsedStatement> statements, String parameter) {
        return statements.stream().anyMatch(statement -> statement.covered() && sets(statement, parameter));
    }

    /** The same of the release and all earlier ones. */
    public static boolean setAnywhere(ReleaseView release, String parameter) {
        return ever(release, List.of(Timeouts.class, parameter), up -> setAnywhere(up, parameter));
    }

    /** True when the release or an earlier one sets it for whoever comes, of a role or of a database. */
    public static boolean setForAll(ReleaseView release, String parameter) {
        Predicate<ParsedStatement> sets = statement -> statement.covered() && forAll(statement, parameter);
        return ever(
                release,
                List.of(Timeouts.class, "all", parameter),
                up -> up.stream().anyMatch(sets));
    }

    private static boolean ever(ReleaseView release, Object key, Predicate<List<ParsedStatement>> does) {
        AtomicBoolean before = release.past()
                .learn(
                        key,
                        AtomicBoolean::new,
                        (ever, migration) -> ever.compareAndSet(false, does.test(migration.up())));
        return before.get() || release.migrations().stream().anyMatch(migration -> does.test(migration.up()));
    }

    private static boolean sets(ParsedStatement statement, String parameter) {
        if (statement.tree() instanceof SqlTree.SetParameter set) {
            return set.parameter().equals(parameter) && !set.resets() && !off(set.value());
        }
        return byFunction(statement, parameter) || forAll(statement, parameter);
    }

    /** {@code SELECT set_config('lock_timeout', '2s', true)}. */
    private static boolean byFunction(ParsedStatement statement, String parameter) {
        return statement.tree() instanceof SqlTree.Select select
                && select.query().functions().contains("set_config")
                && select.query().text().toLowerCase(Locale.ROOT).contains("'" + parameter + "'");
    }

    /** {@code ALTER ROLE migrator SET lock_timeout = '2s'}, and the same of a database. */
    private static boolean forAll(ParsedStatement statement, String parameter) {
        // What most statements are is ruled out before a word is read.
        boolean table = statement.tree() instanceof SqlTree.AlterTable;
        if (table || !Words.startsWith(statement.source().sql(), "ALTER")) {
            return false;
        }
        Words words = Words.of(statement.source().sql());
        boolean alters =
                words.begins("ALTER", "ROLE") || words.begins("ALTER", "USER") || words.begins("ALTER", "DATABASE");
        return alters && words.has("SET", parameter.toUpperCase(Locale.ROOT));
    }

    private static boolean off(String value) {
        return value.isEmpty() || value.equalsIgnoreCase("default") || value.matches("0+\\s*([a-zA-Z]+)?");
    }
}
