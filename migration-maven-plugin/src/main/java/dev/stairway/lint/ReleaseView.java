package dev.stairway.lint;

import dev.stairway.lint.schema.Schema;
import java.util.List;

/**
 * All migrations that are judged together.
 *
 * @param history those of earlier releases, in order
 * @param migrations those of this release, in order
 * @param before the schema that the history leaves
 * @param after the schema that the release leaves
 * @param statements those of the ways up of this release that are understood, in order
 * @param setting what is known beside the changelog
 * @param ledger what is known of the changelog beside what runs
 */
public record ReleaseView(
        List<MigrationView> history,
        List<MigrationView> migrations,
        Schema before,
        Schema after,
        List<StatementView> statements,
        Setting setting,
        Ledger ledger) {
    public ReleaseView {
        history = List.copyOf(history);
        migrations = List.copyOf(migrations);
        statements = List.copyOf(statements);
    }

    public Targets targets() {
        return setting.targets();
    }
}
