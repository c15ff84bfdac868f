package dev.stairway.engine.liquibase;

import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryService;

/** What the history calls the run that wrote a row: the history service's own until 4.30, the scope's from then on. */
final class DeploymentId {

    private static final OptionalMethod OF_SCOPE = OptionalMethod.of(Scope.class, "getDeploymentId");
    private static final OptionalMethod OF_HISTORY =
            OptionalMethod.of(ChangeLogHistoryService.class, "getDeploymentId");
    private static final OptionalMethod MAKE = OptionalMethod.of(ChangeLogHistoryService.class, "generateDeploymentId");

    private DeploymentId() {}

    static String of(ChangeLogHistoryService history) {
        if (OF_SCOPE.isThere()) {
            return (String) OF_SCOPE.call(Scope.getCurrentScope());
        }
        if (OF_HISTORY.call(history) == null) {
            MAKE.call(history);
        }
        return (String) OF_HISTORY.call(history);
    }
}
