package dev.stairway.data.check;

/**
 * A condition that every row has to meet.
 *
 * @param name of the constraint, for messages
 */
public record Check(String name, Expression expression) {

    /** Parses the condition. */
    public static Check of(String name, String sql) {
        return new Check(name, Parser.parse(sql));
    }
}
