package dev.stairway.engine.liquibase;

import liquibase.changelog.ChangeSet;

/** Newer releases than 4.20: a changeSet remembers why it failed where that does not fail the run. */
final class ErrorMessages {

    private static final OptionalMethod GET = OptionalMethod.of(ChangeSet.class, "getErrorMsg");
    private static final OptionalMethod SET = OptionalMethod.of(ChangeSet.class, "setErrorMsg", String.class);

    private ErrorMessages() {}

    static void forget(ChangeSet changeSet) {
        if (SET.isThere()) {
            SET.call(changeSet, (Object) null);
        }
    }

    /** Null when it did not fail. */
    static String of(ChangeSet changeSet, ChangeSet.ExecType result) {
        if (GET.isThere()) {
            return (String) GET.call(changeSet);
        }
        return result == ChangeSet.ExecType.FAILED ? "Liquibase " + LibraryVersion.read() + " does not say why" : null;
    }
}
