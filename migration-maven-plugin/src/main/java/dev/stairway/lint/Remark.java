package dev.stairway.lint;

import dev.stairway.engine.Position;

/**
 * What a rule says about one place.
 *
 * @param rule its facts
 * @param migration id
 * @param position file and line
 * @param column 1-based, 0 where the line alone is known
 * @param statement the statement as it is written; empty where it is about a migration
 * @param object name of the table, index, key ... as it is written; empty where there is none
 * @param what what happens here, with the user's own names: one sentence without a full stop
 * @param instead what to do instead, with the user's own names where that is possible
 */
public record Remark(
        Facts rule,
        String migration,
        Position position,
        int column,
        String statement,
        String object,
        String what,
        String instead) {}
