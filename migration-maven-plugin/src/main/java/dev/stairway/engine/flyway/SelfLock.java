package dev.stairway.engine.flyway;

import dev.stairway.engine.StepOutcome;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows which statements wait for Flyway itself. On PostgreSQL its lock is a transaction that stays open while a migration
 * runs, and building an index concurrently waits for every transaction that is open: {@code flyway migrate} hangs for ever
 * (seen with 10 and 13). Here all shares one connection, so it has to be told.
 * https://documentation.red-gate.com/fd/flyway-postgresql-transactional-lock-setting-277579114.html
 */
final class SelfLock {

    private static final String SETTING = "postgresql.transactional.lock";
    private static final Pattern WAITS = Pattern.compile(
            "\\bcreate\\s+(?:unique\\s+)?index\\s+concurrently\\b[^;]*|\\breindex\\b[^;]*\\bconcurrently\\b[^;]*",
            Pattern.CASE_INSENSITIVE);

    private SelfLock() {}

    /** How the migration would end in a run of the user's own; empty when it would come to its end. */
    static Optional<StepOutcome> outcome(Script script, FlywaySettings settings) {
        if (settings.value(SETTING, "true").equalsIgnoreCase("false")) {
            return Optional.empty();
        }
        String text = script.withoutComments();
        Matcher waits = WAITS.matcher(text);
        if (!waits.find()) {
            return Optional.empty();
        }
        long line = 1
                + text.substring(0, waits.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        String sql = waits.group().strip();
        return Optional.of(StepOutcome.failed(
                script.file() + ":" + line + ": Flyway would wait for itself for ever\n"
                        + "this statement waits for all open transactions, and Flyway's own lock is one\n"
                        + "set " + SETTING + " to false, in the application and in <settings>",
                sql));
    }
}
