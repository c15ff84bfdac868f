package dev.stairway.suite;

import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Names of what goal {@code verify} does, in its order. */
public final class VerifyParts {

    /** The stairway over the scenarios of the configuration. */
    public static final String TEST = "test";

    /** Head to base in one go, against the recorded states. */
    public static final String ROLLBACK = "rollback";

    /** The stairway over large data. */
    public static final String DATA_TEST = "data-test";

    /** Databases side by side. */
    public static final String CROSS_DB = "cross-db";

    /** What changelogs lack. */
    public static final String VALIDATE = "validate";

    /** Dangers that can be read, confirmed or refuted by the walk. */
    public static final String SAFETY = "safety";

    /** Backups before the last migrations, restored and compared. */
    public static final String BACKUP_TEST = "backup-test";

    /** What migrations cost. */
    public static final String PERF = "perf";

    /** All of them. */
    public static final List<String> ALL =
            List.of(TEST, ROLLBACK, DATA_TEST, CROSS_DB, VALIDATE, SAFETY, BACKUP_TEST, PERF);

    /** What only walks cells. */
    public static final List<String> WALKS = List.of(TEST, ROLLBACK, DATA_TEST);

    /** What only reads changelogs, whole and in seconds, and so is done by the first shard alone. */
    static final List<String> READS = List.of(VALIDATE, SAFETY);

    private static final List<String> USUAL = List.of(TEST, ROLLBACK, CROSS_DB, VALIDATE);

    private VerifyParts() {}

    /**
     * What takes seconds. Without knowing what is released, {@code safety} would judge the deployments of years ago, so that it
     * is among them only where that is known.
     */
    public static List<String> usual(Since since) {
        List<String> usual = new ArrayList<>(USUAL);
        if (since.knowsReleased()) {
            usual.add(SAFETY);
        }
        return usual;
    }

    /**
     * The parts that these words name, in order.
     *
     * @param words names, or {@code all}
     * @throws ProblemException when one names no part
     */
    public static List<String> of(List<String> words) {
        for (String word : words) {
            if (!word.equals("all") && !ALL.contains(word)) {
                throw ProblemException.setup(
                        "There is no part '" + word + "'",
                        "<parts> (-Dmigration.verify.parts)",
                        "",
                        "Use 'all', or some of " + String.join(", ", ALL),
                        null);
            }
        }
        List<String> parts = new ArrayList<>(ALL);
        if (!words.contains("all")) {
            parts.retainAll(words);
        }
        return List.copyOf(parts);
    }
}
