package dev.stairway.engine.script;

import dev.stairway.script.sql.SqlStatement;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a server says about a statement, with the line of the file that it means. */
public final class Failures {

    private static final int MAX_LINES = 6;

    /** The PostgreSQL driver counts characters of the statement from 1. */
    private static final Pattern POSITION = Pattern.compile("\\s*Position: (\\d{1,9})");

    private Failures() {}

    /** {@code file:line: message}; the line is that of the place in the statement where the server names one. */
    public static String reason(SqlStatement statement, SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        int line = message.lines()
                .map(POSITION::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> statement.lineOf(Integer.parseInt(matcher.group(1)) - 1))
                .findFirst()
                .orElse(statement.line());
        return statement.file() + ":" + line + ": " + lines(message);
    }

    /** The first lines that say something. */
    public static String lines(String message) {
        return message.lines()
                .filter(line -> !line.isBlank() && !POSITION.matcher(line).matches())
                .limit(MAX_LINES)
                .collect(Collectors.joining("\n"));
    }
}
