package dev.stairway.engine.liquibase;

import java.util.Map;
import liquibase.Scope;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;

/** From 4.22 on Liquibase has several versions of its checksums, and asks for the one in use all the time. */
final class ChecksumVersions {

    private static final OptionalMethod IN_USE = OptionalMethod.of(Scope.class, "getChecksumVersion");

    private ChecksumVersions() {}

    /** The newest checksum that this release knows; inside a scope. */
    static CheckSum sum(ChangeSet changeSet) {
        return (CheckSum) (IN_USE.isThere() ? Newest.SUM.call(changeSet, Newest.VERSION) : Only.SUM.call(changeSet));
    }

    /** Asked for about fifty times per change while a changelog is parsed; found at once in these values of a scope. */
    static void remember(Scope root, Map<String, Object> values) {
        if (IN_USE.isThere()) {
            values.put("checksumVersion", IN_USE.call(root));
        }
    }

    private static final class Only {
        private static final OptionalMethod SUM = OptionalMethod.of(ChangeSet.class, "generateCheckSum");
    }

    private static final class Newest {
        private static final Class<?> TYPE = IN_USE.method().getReturnType();
        private static final OptionalMethod SUM = OptionalMethod.of(ChangeSet.class, "generateCheckSum", TYPE);
        private static final Object VERSION = OptionalMethod.of(TYPE, "latest").call(null);
    }
}
