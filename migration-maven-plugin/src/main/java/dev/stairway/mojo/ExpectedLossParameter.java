package dev.stairway.mojo;

import dev.stairway.judge.ExpectedLoss;
import dev.stairway.judge.ExpectedLoss.Data;
import dev.stairway.problem.ProblemException;

/** One {@code <expectedLoss>}: data that may be lost, held to exactly. */
public class ExpectedLossParameter {

    /** Id of the migration; {@code *} stands for anything. */
    private String migration;

    /** Table, with or without its schema. */
    private String table;

    /** Column; leave it out when whole rows are lost. */
    private String column;

    /** Exact number of rows; leave it out for any number above zero. */
    private Long rows;

    /**
     * Which data: {@code before}, what was there before and does not come back with the rollback; {@code removed}, whole rows
     * that the migration itself removes; {@code written}, what the new release wrote and the rollback loses. Default
     * {@code before}.
     */
    private String data;

    ExpectedLoss expectedLoss() {
        if (migration == null || table == null) {
            throw ProblemException.setup(
                    "An <expectedLoss> needs <migration> and <table>",
                    "<expectedLosses> in the pom",
                    "migration=" + migration + ", table=" + table,
                    "Name the migration and the table; <column> and <rows> are optional",
                    null);
        }
        if (rows != null && rows < 1) {
            throw problem("The <rows> of an <expectedLoss> are at least 1", "rows=" + rows);
        }
        return new ExpectedLoss(migration, table, column == null ? "" : column, rows == null ? -1 : rows).of(data());
    }

    private Data data() {
        Data which = switch (data == null ? "before" : data) {
            case "before" -> Data.BEFORE;
            case "removed" -> Data.REMOVED;
            case "written" -> Data.WRITTEN;
            default -> throw problem("Unknown <data> of an <expectedLoss>: before, removed or written", "data=" + data);
        };
        if (which == Data.REMOVED && column != null) {
            throw problem("An <expectedLoss> of <data>removed</data> is about whole rows", "column=" + column);
        }
        return which;
    }

    private ProblemException problem(String what, String evidence) {
        return ProblemException.setup(
                what,
                "<expectedLosses> in the pom",
                "migration=" + migration + ", table=" + table + ", " + evidence,
                "Correct it, or leave it out",
                null);
    }
}
