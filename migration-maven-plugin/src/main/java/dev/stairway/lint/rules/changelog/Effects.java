package dev.stairway.lint.rules.changelog;

import dev.stairway.lint.MigrationView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether statements leave something behind that a way back would have to take away. */
final class Effects {

    /** What people call to set up a session, to wait or to ask. Anything else is called for what it does. */
    private static final Set<String> IDLE = Set.of(
            ("set_config current_setting now version current_database current_schema current_user clock_timestamp"
                            + " pg_sleep pg_backend_pid pg_advisory_lock pg_advisory_xact_lock pg_try_advisory_lock"
                            + " pg_advisory_unlock pg_advisory_unlock_all pg_notify pg_reload_conf count max min coalesce"
                            + " nextval currval lastval to_regclass pg_is_in_recovery sqlite_version")
                    .split(" "));

    private static final Pattern EMPTY_BLOCK =
            Pattern.compile("\\s*BEGIN\\s*(NULL\\s*;?\\s*)?END\\s*;?\\s*", Pattern.CASE_INSENSITIVE);

    private Effects() {}

    /** True when the migration changes anything, as far as is known. */
    static boolean any(MigrationView migration) {
        return !migration.said().notCovered().isEmpty() || any(migration.up());
    }

    /** True when one of them changes something; a statement that nobody understands does. */
    static boolean any(List<ParsedStatement> statements) {
        return statements.stream().anyMatch(Effects::changes);
    }

    private static boolean changes(ParsedStatement statement) {
        SqlTree tree = statement.tree();
        if (tree instanceof SqlTree.Select select) {
            return select.query().tables().isEmpty()
                    ? !IDLE.containsAll(select.query().functions())
                    : !select.query().functions().isEmpty();
        }
        if (tree instanceof SqlTree.DoBlock block) {
            return !EMPTY_BLOCK.matcher(block.body()).matches();
        }
        return !(tree instanceof SqlTree.Analyze
                || tree instanceof SqlTree.Vacuum
                || tree instanceof SqlTree.Cluster
                || tree instanceof SqlTree.Reindex
                || tree instanceof SqlTree.RefreshView
                || tree instanceof SqlTree.Transaction
                || tree instanceof SqlTree.SetParameter
                || tree instanceof SqlTree.Pragma
                || tree instanceof SqlTree.LockTable
                || tree instanceof SqlTree.Attach
                || tree instanceof SqlTree.Comment);
    }
}
