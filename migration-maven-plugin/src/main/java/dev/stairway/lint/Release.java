package dev.stairway.lint;

import dev.stairway.engine.MigrationStatements;
import java.util.List;

/**
 * What is to be judged: a changelog on a product.
 *
 * @param engine lower-case name of what runs it
 * @param history migrations of earlier releases, in order
 * @param migrations those of this release, in order
 * @param setting what is known beside
 */
public record Release(
        String engine, List<MigrationStatements> history, List<MigrationStatements> migrations, Setting setting) {
    public Release {
        history = List.copyOf(history);
        migrations = List.copyOf(migrations);
    }
}
