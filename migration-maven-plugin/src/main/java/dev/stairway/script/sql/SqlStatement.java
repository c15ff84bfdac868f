package dev.stairway.script.sql;

/**
 * One statement of a script.
 *
 * @param file as the caller named it
 * @param line of its first character that is neither blank nor comment, from 1
 * @param column of that character, from 1
 * @param sql without the delimiter and without the comments before it
 */
public record SqlStatement(String file, int line, int column, String sql) {

    /** {@code file:line}. */
    public String position() {
        return file + ":" + line;
    }

    /** Line of the file that holds a character of the statement. @param offset from 0 */
    public int lineOf(int offset) {
        int end = Math.max(0, Math.min(offset, sql.length()));
        return line + (int) sql.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
