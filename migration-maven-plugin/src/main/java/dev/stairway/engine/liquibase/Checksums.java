package dev.stairway.engine.liquibase;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;

/** Checksums of the changeSets of one parsed changelog, each made once. */
final class Checksums {

    private final Map<ChangeSet, Optional<String>> known = new IdentityHashMap<>();

    /** Liquibase's own; empty for a custom change that cannot be set up here, which Liquibase then cannot sum. */
    Optional<String> recorded(ChangeSet changeSet) {
        return known.computeIfAbsent(changeSet, Checksums::sum);
    }

    /** Liquibase's own, or that of what the changeSet says. */
    String of(ChangeSet changeSet, String text) {
        return recorded(changeSet).orElseGet(() -> CheckSum.compute(text).toString());
    }

    /** Takes over what was found for the same changeSet parsed elsewhere. */
    void know(ChangeSet changeSet, Optional<String> recorded) {
        known.put(changeSet, recorded);
    }

    private static Optional<String> sum(ChangeSet changeSet) {
        try {
            return Optional.of(ChecksumVersions.sum(changeSet).toString());
        } catch (RuntimeException | LinkageError cannotTell) {
            return Optional.empty();
        }
    }
}
