package dev.stairway.engine.liquibase;

import java.util.Optional;
import liquibase.ChecksumVersion;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;

/** Checksums of changeSets. */
final class Checksums {

    private Checksums() {}

    /** Liquibase's own; empty for a custom change that cannot be set up here, which Liquibase then cannot sum. */
    static Optional<String> recorded(ChangeSet changeSet) {
        try {
            return Optional.of(
                    changeSet.generateCheckSum(ChecksumVersion.latest()).toString());
        } catch (RuntimeException | LinkageError cannotTell) {
            return Optional.empty();
        }
    }

    /** Liquibase's own, or that of what the changeSet says. */
    static String of(ChangeSet changeSet, String text) {
        return recorded(changeSet).orElseGet(() -> CheckSum.compute(text).toString());
    }
}
