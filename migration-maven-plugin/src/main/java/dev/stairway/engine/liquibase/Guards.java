package dev.stairway.engine.liquibase;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

/** Preconditions in words: {@code not(tableExists(users)), sqlCheck(select count(*) from users)}. */
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
        return runsAnyway || and(preconditions.getNestedPreconditions(), database) != Holds.NO
                ? Optional.empty()
                : Optional.of("its preconditions do not hold on " + database.getShortName() + ": " + of(preconditions));
    }

    /** What is known of a condition without any database. */
    private enum Holds {
        YES,
        NO,
        UNKNOWN
    }

    private static Holds holds(Precondition condition, Database database) {
        if (condition instanceof DBMSPrecondition dbms) {
            return DatabaseList.definitionMatches(dbms.getType(), database, false) ? Holds.YES : Holds.NO;
        }
        if (condition instanceof AndPrecondition and) {
            return and(and.getNestedPreconditions(), database);
        }
        if (condition instanceof OrPrecondition or) {
            Set<Holds> parts = parts(or.getNestedPreconditions(), database);
            return parts.contains(Holds.YES) ? Holds.YES : parts.contains(Holds.UNKNOWN) ? Holds.UNKNOWN : Holds.NO;
        }
        if (condition instanceof NotPrecondition not) {
            Holds inner = and(not.getNestedPreconditions(), database);
            return inner == Holds.YES ? Holds.NO : inner == Holds.NO ? Holds.YES : Holds.UNKNOWN;
        }
        return Holds.UNKNOWN;
    }

    private static Holds and(List<Precondition> conditions, Database database) {
        Set<Holds> parts = parts(conditions, database);
        return parts.contains(Holds.NO) ? Holds.NO : parts.contains(Holds.UNKNOWN) ? Holds.UNKNOWN : Holds.YES;
    }

    private static Set<Holds> parts(List<Precondition> conditions, Database database) {
        return conditions.stream().map(condition -> holds(condition, database)).collect(Collectors.toSet());
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
        String asked = condition.getName().endsWith("Exists") ? names(condition) : "";
        return condition.getName() + (asked.isEmpty() ? "" : "(" + asked + ")");
    }

    /** What is asked for, its table first; every version of Liquibase has other fields. */
    private static String names(Precondition condition) {
        return condition.getSerializableFields().stream()
                .filter(field -> field.endsWith("Name") || field.equals("columnNames"))
                .filter(field -> !field.equals("catalogName") && !field.equals("schemaName"))
                .sorted(Comparator.comparing(
                                (String field) -> !field.endsWith("TableName") && !field.equals("tableName"))
                        .thenComparing(Comparator.naturalOrder()))
                .map(condition::getSerializableFieldValue)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(", "));
    }
}
