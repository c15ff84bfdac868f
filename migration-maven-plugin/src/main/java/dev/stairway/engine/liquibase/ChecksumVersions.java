package dev.stairway.engine.liquibase;

import java.util.Map;
import liquibase.Scope;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;

/** From 4.22 on Liquibase has several versions of its checksums, and asks for the one in use all the time. */
final class ChecksumVersions {

    private static final String TYPE = "liquibase.ChecksumVersion";
    private static final OptionalMethod IN_USE = OptionalMethod.of(Scope.class, "getChecksumVersion");
    private static final OptionalMethod ONLY = OptionalMethod.of(ChangeSet.class, "generateCheckSum");
    private static final Object LATEST = IN_USE.isThere() ? latest() : null;
    private static final OptionalMethod OF_VERSION = IN_USE.isThere()
            ? OptionalMethod.of(ChangeSet.class, "generateCheckSum", LATEST.getClass())
            : new OptionalMethod(null);

    private ChecksumVersions() {}

    /** The newest checksum that this release knows. */
    static CheckSum sum(ChangeSet changeSet) {
        return (CheckSum) (OF_VERSION.isThere() ? OF_VERSION.call(changeSet, LATEST) : ONLY.call(changeSet));
    }

    /** Asked for about fifty times per change while a changelog is parsed; found at once in these values of a scope. */
    static void remember(Scope root, Map<String, Object> values) {
        if (IN_USE.isThere()) {
            values.put("checksumVersion", IN_USE.call(root));
        }
    }

    private static Object latest() {
        try {
            Class<?> type = Class.forName(TYPE, true, Scope.class.getClassLoader());
            return OptionalMethod.of(type, "latest").call(null);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
