package dev.stairway.mojo;

import dev.stairway.problem.ProblemException;
import dev.stairway.run.WalkOptions.ExpectedLoss;

/** One {@code <expectedLoss>}: data that a rollback is allowed to lose, held to exactly. */
public class ExpectedLossParameter {

    /** Id of the migration; {@code *} stands for anything. */
    private String migration;

    /** Table, with or without its schema. */
    private String table;

    /** Column; leave it out when whole rows are lost. */
    private String column;

    /** Exact number of rows; leave it out for any number above zero. */
    private Long rows;

    ExpectedLoss expectedLoss() {
        if (migration == null || table == null) {
            throw ProblemException.setup(
                    "An <expectedLoss> needs <migration> and <table>",
                    "<expectedLosses> in the pom",
                    "migration=" + migration + ", table=" + table,
                    "Name the migration and the table; <column> and <rows> are optional",
                    null);
        }
        return new ExpectedLoss(migration, table, column == null ? "" : column, rows == null ? -1 : rows);
    }
}
