package dev.stairway.script.sql.parse;

import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.grammar.NotUnderstood;
import dev.stairway.script.sql.parse.postgres.PostgresParser;
import dev.stairway.script.sql.tree.SqlTree;

/** Reads what statements say, by the grammar of their product. Safe on any thread. */
public final class SqlParser {

    private SqlParser() {}

    /** @param product lower-case name; a product without a grammar gives what is not covered */
    public static ParsedStatement parse(SqlStatement statement, String product) {
        try {
            return ParsedStatement.of(statement, tree(statement.sql(), product));
        } catch (NotUnderstood why) {
            return ParsedStatement.notCovered(statement, why.getMessage());
        }
    }

    private static SqlTree tree(String sql, String product) throws NotUnderstood {
        return switch (product) {
            case "postgresql" -> PostgresParser.tree(sql);
            case "sqlite" -> SqliteParser.tree(sql);
            default -> throw new NotUnderstood("no grammar of " + product + " is known");
        };
    }
}
