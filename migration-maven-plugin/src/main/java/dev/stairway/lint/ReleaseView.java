package dev.stairway.lint;

import dev.stairway.lint.schema.Schema;
import java.util.List;

/**
 * All migrations that are judged together.
 *
 * @param past earlier releases
 * @param migrations those of this release, in order
 * @param before the schema that the history leaves
 * @param after the schema that the release leaves
 * @param statements those of the ways up of this release that are understood, in order
 * @param setting what is known beside the changelog
 * @param ledger what is known of the changelog beside what runs
 */
public record ReleaseView(
        Past past,
        List<MigrationView> migrations,
        Schema before,
        Schema after,
        List<StatementView> statements,
        Setting setting,
        Ledger ledger) {
    public ReleaseView {
        migrations = List.copyOf(migrations);
        statements = List.copyOf(statements);
    }

    public Targets targets() {
        return setting.targets();
    }

    /** Migrations of earlier releases, in order. What has to look at all of them asks the {@link #past} to learn it once. */
    public List<MigrationView> history() {
        return past.migrations();
    }

    /** True when nothing before it was judged: what is said of a whole changelog is said here. */
    public boolean isFirst() {
        List<MigrationView> history = history();
        return history.isEmpty() || history.get(history.size() - 1).released();
    }
}
