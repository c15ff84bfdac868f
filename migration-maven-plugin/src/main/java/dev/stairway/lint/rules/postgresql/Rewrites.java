package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.rules.support.Volatility;
import dev.stairway.script.sql.tree.Column;

/** New columns for which every row is written anew. */
final class Rewrites {

    private Rewrites() {}

    /**
     * True when the column alone has the table written anew, which other rules tell.
     *
     * @param column null where there is none
     */
    static boolean byColumn(Column column) {
        return column != null
                && (numbersOrComputes(column)
                        || Volatility.of(column.defaultValue()).isPresent());
    }

    /** True for serial types, identity columns and computed ones that are kept. */
    static boolean numbersOrComputes(Column column) {
        return numbers(column) || column.generated() != null && column.stored();
    }

    /** True when it numbers its rows. */
    static boolean numbers(Column column) {
        return column.identity() || column.type() != null && column.type().is("serial", "bigserial", "smallserial");
    }
}
