package dev.stairway.lint;

import dev.stairway.engine.Migration;
import dev.stairway.engine.Position;

/**
 * Something that no rule could judge.
 *
 * @param at where it stands; of what is no statement the migration's place
 * @param statement the begin of its first line; empty where not even the statement is known
 * @param reason why, for people
 */
public record NotJudged(Migration migration, Position at, String statement, String reason) {

    /** A line may be as long as its file. */
    private static final int LONGEST = 160;

    public NotJudged {
        statement = statement.length() <= LONGEST ? statement : statement.substring(0, LONGEST - 3) + "...";
    }
}
