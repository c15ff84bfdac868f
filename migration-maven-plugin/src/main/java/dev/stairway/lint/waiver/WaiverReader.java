package dev.stairway.lint.waiver;

import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.engine.Position;
import dev.stairway.script.ScriptComment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads waivers out of a migration: comments such as {@code -- stairway: waive drop-column: copied to orders in 1.3 (by anna,
 * until 2027-03-01)}, and labels of Liquibase such as {@code waive.drop-column} or {@code waive.drop-column.until.2027-03-01},
 * whose reason is the comment of the changeSet and whose author is its author. A comment above the first statement is about
 * the migration; one in a statement or between two is about that one, or the next.
 */
public final class WaiverReader {

    private static final Pattern COMMENT = Pattern.compile(
            "stairway\\s*:\\s*waive\\s+(?<rule>[A-Za-z0-9-]+)\\s*:?\\s*(?<reason>.*?)\\s*(?:\\((?<by>[^()]*)\\))?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LABEL =
            Pattern.compile("waive\\.(?<rule>[a-z0-9-]+?)(?:\\.until\\.(?<until>[0-9-]+))?", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNTIL = Pattern.compile("[\\s,;]*\\buntil\\b[\\s:]*(\\S*)", Pattern.CASE_INSENSITIVE);
    /** Outside of parentheses only a day is meant: things are kept until the next release, too. */
    private static final Pattern UNTIL_DAY =
            Pattern.compile("[\\s,;]*\\buntil\\b[\\s:]*(\\d{4}-\\d{2}-\\d{2})", Pattern.CASE_INSENSITIVE);

    private static final Pattern BY = Pattern.compile("^[\\s,;]*(?:by\\b[\\s:]*)?|[\\s,;]+$", Pattern.CASE_INSENSITIVE);

    private WaiverReader() {}

    /** In the order in which they stand there. */
    public static List<Waiver> in(MigrationStatements migration) {
        List<Waiver> found = new ArrayList<>();
        for (ScriptComment comment : migration.comments()) {
            Matcher waiver = COMMENT.matcher(comment.text().strip());
            if (waiver.matches()) {
                found.add(written(migration, comment, waiver));
            }
        }
        for (String label : migration.attributes().getOrDefault("labels", "").split(",")) {
            Matcher waiver = LABEL.matcher(label.strip());
            if (waiver.matches()) {
                found.add(labelled(migration, waiver));
            }
        }
        return found;
    }

    private static Waiver written(MigrationStatements said, ScriptComment comment, Matcher waiver) {
        String by = waiver.group("by") == null ? "" : waiver.group("by");
        String reason = waiver.group("reason").strip();
        Matcher day = UNTIL.matcher(by);
        Matcher inReason = UNTIL_DAY.matcher(reason);
        LocalDate until = day.find()
                ? date(day.group(1).replaceAll("[,;.]$", ""))
                : inReason.find() ? date(inReason.group(1)) : null;
        Scope scope = Scope.of(said, comment);
        return new Waiver(
                waiver.group("rule"),
                said.migration().id(),
                reason,
                BY.matcher(UNTIL.matcher(by).replaceFirst(",")).replaceAll(""),
                until,
                new Position(comment.file(), comment.line()),
                scope.first(),
                scope.last());
    }

    private static Waiver labelled(MigrationStatements said, Matcher waiver) {
        Migration migration = said.migration();
        String until = waiver.group("until");
        return new Waiver(
                waiver.group("rule"),
                migration.id(),
                said.attributes().getOrDefault("comment", ""),
                migration.author(),
                until == null ? null : date(until),
                migration.at(),
                0,
                0);
    }

    /** A day that is none has passed: better a finding than a waiver for ever. */
    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            return LocalDate.MIN;
        }
    }
}
