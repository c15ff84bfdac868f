package dev.stairway.engine.script;

import dev.stairway.script.sql.SqlStatement;
import java.util.regex.Pattern;

/** Statements that a server refuses inside a transaction. */
public final class TransactionNeeds {

    private static final String SPACE = "(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)++";

    /** https://www.postgresql.org/docs/current/sql-commands.html, the pages of the commands named here. */
    private static final Pattern POSTGRESQL = Pattern.compile(
            ("VACUUM\\b.*"
                            + "|(CREATE( UNIQUE)?|DROP) INDEX CONCURRENTLY\\b.*"
                            + "|REINDEX\\b.* CONCURRENTLY\\b.*|REINDEX( \\(.*\\))? (DATABASE|SYSTEM|SCHEMA)\\b.*"
                            + "|ALTER SYSTEM\\b.*|ALTER TABLE\\b.* DETACH PARTITION\\b.* CONCURRENTLY\\b.*"
                            + "|(CREATE|DROP) (DATABASE|TABLESPACE|SUBSCRIPTION)\\b.*"
                            + "|ALTER DATABASE\\b.* SET TABLESPACE\\b.*|DISCARD ALL\\b.*")
                    .replace(" ", SPACE),
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** https://www.sqlite.org/lang_vacuum.html */
    private static final Pattern SQLITE =
            Pattern.compile("(VACUUM|DETACH)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private TransactionNeeds() {}

    /** @param product lower-case name */
    public static boolean outside(SqlStatement statement, String product) {
        return switch (product) {
            case "postgresql" -> POSTGRESQL.matcher(statement.sql()).matches();
            case "sqlite" -> SQLITE.matcher(statement.sql()).matches();
            default -> false;
        };
    }
}
