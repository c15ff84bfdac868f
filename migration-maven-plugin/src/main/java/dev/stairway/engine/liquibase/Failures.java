package dev.stairway.engine.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an exception says, without the layers that Liquibase wraps around it. */
final class Failures {

    private static final int MAX_LINES = 6;
    private static final Pattern FAILED_SQL =
            Pattern.compile(" \\[Failed SQL: (?:\\(-?\\d+\\) )?(.*)]", Pattern.DOTALL);
    private static final Pattern EXECUTED_SQL =
            Pattern.compile("^Error executing SQL (.*?)(?:; on |: )", Pattern.DOTALL);

    private Failures() {}

    /** The first lines of the innermost message, with the type where the message alone says nothing. */
    static String reason(Throwable failure) {
        if (failure == null) {
            return "";
        }
        Throwable root = chain(failure).get(chain(failure).size() - 1);
        String message = FAILED_SQL
                .matcher(String.valueOf(root.getMessage()))
                .replaceAll("")
                .strip();
        List<String> lines =
                message.lines().filter(Failures::tells).limit(MAX_LINES).toList();
        String text = root.getMessage() == null ? "" : String.join("\n", lines);
        return speaksForItself(root) && !text.isEmpty() ? text : named(root, text);
    }

    /** The statement that failed; empty where the failure was not about one. */
    static String sql(Throwable failure) {
        for (Throwable layer : chain(failure)) {
            String message = String.valueOf(layer.getMessage());
            Matcher matcher = FAILED_SQL.matcher(message);
            if (matcher.find()) {
                return matcher.group(1).strip();
            }
            Matcher executed = EXECUTED_SQL.matcher(message);
            if (executed.find()) {
                return executed.group(1).strip();
            }
        }
        return "";
    }

    /** Liquibase lists every place where it looked for a file, which is every jar of the class path. */
    private static boolean tells(String line) {
        return !line.isBlank() && !line.matches("\\s+- .*") && !line.startsWith("More locations can be added");
    }

    /** From the outermost to the innermost. */
    static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable layer = failure; layer != null && !chain.contains(layer); layer = layer.getCause()) {
            chain.add(layer);
        }
        return chain;
    }

    /** Messages of a driver and of Liquibase are sentences; those of Java's own exceptions are often one word. */
    private static boolean speaksForItself(Throwable root) {
        return root instanceof java.sql.SQLException
                || root.getClass().getName().startsWith("liquibase.");
    }

    private static String named(Throwable root, String text) {
        return text.isEmpty() ? root.getClass().getName() : root.getClass().getName() + ": " + text;
    }
}
