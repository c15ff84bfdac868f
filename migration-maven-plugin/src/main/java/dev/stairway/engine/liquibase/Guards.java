package dev.stairway.engine.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionLogic;
import liquibase.precondition.core.AndPrecondition;
import liquibase.precondition.core.DBMSPrecondition;
import liquibase.precondition.core.NotPrecondition;
import liquibase.precondition.core.OrPrecondition;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.precondition.core.PreconditionContainer.FailOption;
import liquibase.precondition.core.SqlPrecondition;

/** Preconditions in words: {@code not(tableExists), sqlCheck(select count(*) from users)}. */
final class Guards {

    private Guards() {}

    static String of(PreconditionContainer preconditions) {
        return list(preconditions.getNestedPreconditions());
    }

    /**
     * Which product they ask for, where that alone keeps the changeSet from running here; empty where it may run, or a
     * database has to be asked. With {@code onFail="WARN"} it runs anyway.
     */
    static Optional<String> against(PreconditionContainer preconditions, Database database) {
        boolean runsAnyway = preconditions == null || preconditions.getOnFail() == FailOption.WARN;
        return runsAnyway || !Boolean.FALSE.equals(and(preconditions.getNestedPreconditions(), database))
                ? Optional.empty()
                : Optional.of("its preconditions do not hold on " + database.getShortName() + ": " + of(preconditions));
    }

    /** Null where a database has to be asked. */
    private static Boolean holds(Precondition condition, Database database) {
        if (condition instanceof DBMSPrecondition dbms) {
            return DatabaseList.definitionMatches(dbms.getType(), database, false);
        }
        if (condition instanceof AndPrecondition and) {
            return and(and.getNestedPreconditions(), database);
        }
        if (condition instanceof OrPrecondition or) {
            List<Boolean> parts = new ArrayList<>();
            or.getNestedPreconditions().forEach(part -> parts.add(holds(part, database)));
            return parts.contains(true) ? Boolean.TRUE : parts.contains(null) ? null : Boolean.FALSE;
        }
        if (condition instanceof NotPrecondition not) {
            Boolean inner = and(not.getNestedPreconditions(), database);
            return inner == null ? null : !inner;
        }
        return null;
    }

    private static Boolean and(List<Precondition> conditions, Database database) {
        List<Boolean> parts = new ArrayList<>();
        conditions.forEach(part -> parts.add(holds(part, database)));
        return parts.contains(false) ? Boolean.FALSE : parts.contains(null) ? null : Boolean.TRUE;
    }

    private static String list(List<Precondition> conditions) {
        return conditions.stream().map(Guards::one).collect(Collectors.joining(", "));
    }

    private static String one(Precondition condition) {
        if (condition instanceof AndPrecondition and) {
            return list(and.getNestedPreconditions());
        }
        if (condition instanceof PreconditionLogic logic) {
            return condition.getName() + "(" + list(logic.getNestedPreconditions()) + ")";
        }
        if (condition instanceof SqlPrecondition check) {
            return "sqlCheck(" + String.valueOf(check.getSql()).strip() + ")";
        }
        if (condition instanceof DBMSPrecondition dbms) {
            return "dbms(" + dbms.getType() + ")";
        }
        return condition.getName();
    }
}
