package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.fingerprint.Difference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What must hold of the rows after every move: what the schema promises, and what the user says. */
final class StateChecks {

    private final Bench bench;
    private final IntegrityCheck integrity;
    private final AssertionCheck assertions;
    private final RowRuleCheck rows;
    private Migration migration;

    StateChecks(Bench bench, StateRules rules) {
        this.bench = bench;
        this.integrity = new IntegrityCheck(bench);
        this.assertions = new AssertionCheck(bench, rules.assertions());
        this.rows = new RowRuleCheck(bench, rules.rows());
    }

    /** Before a migration, once the tables are filled; files of rows may have been loaded before. */
    void begin(Migration next, Difference filled) throws SQLException {
        migration = next;
        Difference loaded = bench.supply().takeLoaded();
        integrity.begin(loaded, filled);
        assertions.begin(next, loaded.isEmpty() && filled.isEmpty());
        rows.begin(next);
    }

    /** After the new release wrote its rows. */
    void written(Difference written) throws SQLException {
        integrity.written(written);
        assertions.written(written);
        rows.written(written);
    }

    /** What is wrong after the move and was right before it. */
    List<Finding> after(Way way, Difference change) throws SQLException {
        List<Finding> found = new ArrayList<>(integrity.after(way, migration, change));
        found.addAll(assertions.after(way, migration, change));
        found.addAll(rows.after(way, migration, change));
        return found;
    }

    /** The database was put back into the state after the migration was applied. */
    void rebuilt() {
        integrity.rebuilt();
        assertions.forget();
    }

    /** Nothing is known of the database any more. */
    void lost() {
        integrity.lost();
        assertions.forget();
    }

    /** At head. */
    void finish() {
        assertions.finish();
    }

    /** About no migration. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(integrity.findings());
        all.addAll(assertions.findings());
        return all;
    }

    /** Which way a migration was played. */
    enum Way {
        UP("Applying it"),
        DOWN("Its rollback"),
        UP_AGAIN("Applied again, it");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        /** Begins a sentence. */
        String words() {
            return words;
        }
    }
}
