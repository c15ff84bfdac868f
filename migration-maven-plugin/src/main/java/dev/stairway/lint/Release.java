package dev.stairway.lint;

import dev.stairway.engine.MigrationStatements;
import java.util.List;

/**
 * What is to be judged: a changelog on a product.
 *
 * @param engine lower-case name of what runs it
 * @param history migrations that are known to have been released, in order; no rule is asked about them
 * @param releases all others in order, grouped: what a group makes is new to that group and there for those after it
 * @param setting what is known beside the changelog
 * @param ledger what is known of the changelog beside what runs
 */
public record Release(
        String engine,
        List<MigrationStatements> history,
        List<List<MigrationStatements>> releases,
        Setting setting,
        Ledger ledger) {
    public Release {
        history = List.copyOf(history);
        releases = releases.stream().map(List::copyOf).toList();
    }

    /** One of whose changelog nothing else is known. */
    public Release(
            String engine,
            List<MigrationStatements> history,
            List<List<MigrationStatements>> releases,
            Setting setting) {
        this(engine, history, releases, setting, Ledger.NONE);
    }
}
