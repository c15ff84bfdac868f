package dev.stairway.script.sql.parse;

import dev.stairway.script.sql.SqlStatement;

/** Reads what statements say, by the grammar of their product. Safe on any thread. */
public final class SqlParser {

    private SqlParser() {}

    /** @param product lower-case name; a product without a grammar gives what is not covered */
    public static ParsedStatement parse(SqlStatement statement, String product) {
        return ParsedStatement.notCovered(statement, "no grammar of " + product + " is known");
    }
}
