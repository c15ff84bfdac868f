package dev.stairway.engine.liquibase;

import java.util.List;
import java.util.stream.Collectors;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionLogic;
import liquibase.precondition.core.AndPrecondition;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.precondition.core.SqlPrecondition;

/** Preconditions in words: {@code not(tableExists), sqlCheck(select count(*) from users)}. */
final class Guards {

    private Guards() {}

    static String of(PreconditionContainer preconditions) {
        return list(preconditions.getNestedPreconditions());
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
        return condition.getName();
    }
}
