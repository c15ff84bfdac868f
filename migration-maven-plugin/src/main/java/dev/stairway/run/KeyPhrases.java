package dev.stairway.run;

import dev.stairway.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Findings in the words of a database that has keys instead of tables. The invariants are the same, so they are written once,
 * for rows; here is how each of their sentences reads for keys.
 */
final class KeyPhrases {

    private static final String NARROWER = "Look for a pattern in the script that matches more keys than are meant";

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry(
                    "Applying it removed rows from a table that it does not name",
                    "Applying it removed keys of a pattern that it does not name"),
            Map.entry(
                    "Look for ON DELETE CASCADE or a trigger on a table that the migration drops, rebuilds or deletes from",
                    NARROWER),
            Map.entry("Applying it removed rows that were there", "Applying it removed keys that were there"),
            Map.entry(
                    "Make sure that the rows are meant to go; keep a copy if a rollback shall bring them back",
                    "Make sure that the keys are meant to go; keep a copy if a rollback shall bring them back"),
            Map.entry(
                    "Applying it changed values in a column that it does not name",
                    "Applying it changed keys of a pattern that it does not name"),
            Map.entry("Look for a trigger, a cast or a default that touches the column", NARROWER),
            Map.entry(
                    "Repair the rollback; it must run in a session of its own, with rows in the tables",
                    "Repair the rollback; it must run on a connection of its own, with keys in the database"),
            Map.entry(
                    "Its rollback does not restore the schema",
                    "Its rollback does not restore the key patterns and functions"),
            Map.entry(
                    "Its rollback loses rows that the new release wrote",
                    "Its rollback loses keys that the new release wrote"),
            Map.entry("Its rollback leaves rows that nobody wrote", "Its rollback leaves keys that nobody wrote"),
            Map.entry(
                    "Applied again after its rollback, it gives another schema",
                    "Applied again after its rollback, it gives other key patterns or functions"),
            Map.entry(
                    "Applied again after its rollback, it gives another number of rows",
                    "Applied again after its rollback, it gives another number of keys"),
            Map.entry(
                    "Make the rollback take back exactly what the migration does, rows that it inserts included",
                    "Make the rollback take back exactly what the migration does, keys that it makes included"),
            Map.entry(
                    "Applied again, it computes other values for the same rows",
                    "Applied again, it computes other values for the same keys"),
            Map.entry(
                    "Expected for now(), random() and sequences; otherwise look for a value that depends on order or session",
                    "Expected for the time and random numbers; otherwise look for a value that depends on the order of keys"),
            Map.entry(
                    "It fails when the tables hold rows, and passes when they hold none",
                    "It fails when there are keys, and passes when there are none"),
            Map.entry(
                    "Prepare the rows first (default, backfill, clean-up), then change the table",
                    "Ask for a key's type and existence first, or narrow the key pattern"),
            Map.entry(
                    "Make it safe to run twice (IF NOT EXISTS, upsert, guard by a precondition)",
                    "Make it safe to run twice: ask for a key before writing it (EXISTS, SET NX, RENAMENX)"),
            Map.entry(
                    UnfilledTables.REMEDY,
                    "Nothing to repair; keys of these patterns can come from the data files of the changelog"));

    /** Behind a number, which no key in a line of evidence has there. */
    private static final Pattern COUNTED = Pattern.compile("(?<=\\d) (row|table)(s?)\\b");

    /** At the end, behind a pattern: a key has no columns, but attributes that have names of their own. */
    private static final Pattern COLUMN =
            Pattern.compile("(?<=\\d keys? of .{1,9999}) with another value in ([a-z ]+)$");

    private KeyPhrases() {}

    static Finding of(Finding finding) {
        return new Finding(
                finding.rule(),
                finding.migration(),
                sentence(finding.title()),
                finding.evidence().stream().map(KeyPhrases::line).toList(),
                sentence(finding.remedy()),
                finding.position());
    }

    private static String sentence(String text) {
        return SENTENCES.getOrDefault(text, counted(text));
    }

    /** A line of evidence, of which only what is ours is changed. */
    static String line(String text) {
        return text.startsWith("SQL: ") ? "Command: " + text.substring("SQL: ".length()) : counted(text);
    }

    private static String counted(String text) {
        String keys = COUNTED.matcher(text)
                .replaceAll(count -> (count.group(1).equals("row") ? " key" : " key pattern") + count.group(2));
        return COLUMN.matcher(keys).replaceAll(" with another $1");
    }

    /** For tests: the sentences that are written for rows. */
    static List<String> sentences() {
        return List.copyOf(SENTENCES.keySet());
    }
}
