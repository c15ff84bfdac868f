package dev.stairway.report;

import java.nio.file.Path;

/** The golden metrics document, which the writer's and the reader's tests share. */
public final class Golden {

    private Golden() {}

    public static Path root() {
        return Path.of(System.getProperty("stairway.test.root", ".."));
    }

    /** Of a run that walked and measured. */
    public static Path file() {
        return root().resolve("src/build/golden/metrics.json");
    }

    /** Of a run that only measured, with something of everything that can be measured. */
    public static Path performance() {
        return root().resolve("src/build/golden/performance.json");
    }

    /** What goal safety writes. */
    public static Path safety() {
        return root().resolve("src/build/golden/safety.json");
    }

    /** What goal backup-test writes. */
    public static Path backups() {
        return root().resolve("src/build/golden/backups.json");
    }

    /** What goal crash-test writes. */
    public static Path crashes() {
        return root().resolve("src/build/golden/crashes.json");
    }

    /** What goal cross-db writes. */
    public static Path crossDb() {
        return root().resolve("src/build/golden/cross-db.json");
    }
}
