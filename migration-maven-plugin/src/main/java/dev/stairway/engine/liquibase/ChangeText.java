package dev.stairway.engine.liquibase;

import java.util.Collection;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.ColumnConfig;
import liquibase.changelog.ChangeSet;
import liquibase.serializer.LiquibaseSerializable;

/** Everything a changeSet says, as written: attribute values and SQL, without generating any. */
final class ChangeText {

    private ChangeText() {}

    static String of(ChangeSet changeSet) {
        StringBuilder text = new StringBuilder();
        changeSet.getChanges().forEach(change -> append(text, change));
        if (changeSet.hasCustomRollbackChanges()) {
            changeSet.getRollback().getChanges().stream()
                    .filter(change -> !RollbackKinds.doesNothing(change))
                    .forEach(change -> append(text, change));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Change change) {
        if (change instanceof AbstractSQLChange sql) {
            text.append(sqlOf(sql)).append('\n');
        } else {
            fields(text, change);
        }
    }

    /** A file that cannot be read is told when its migration runs, not here. */
    private static String sqlOf(AbstractSQLChange change) {
        try {
            change.finishInitialization();
            return change.getSql() == null ? "" : change.getSql();
        } catch (Exception unreadable) {
            return "";
        }
    }

    private static void fields(StringBuilder text, LiquibaseSerializable object) {
        text.append(object.getSerializedObjectName());
        for (String field : object.getSerializableFields()) {
            if (!(object instanceof ColumnConfig column && undated(column, field))) {
                value(text, field, object.getSerializableFieldValue(field));
            }
        }
        text.append('\n');
    }

    /** Liquibase makes six date formats to say that there is no date, for every column of the changelog. */
    private static boolean undated(ColumnConfig column, String field) {
        return switch (field) {
            case "valueDate" -> column.getValueDate() == null;
            case "defaultValueDate" -> column.getDefaultValueDate() == null;
            default -> false;
        };
    }

    private static void value(StringBuilder text, String field, Object value) {
        if (value instanceof Collection<?> values) {
            values.forEach(element -> value(text, field, element));
        } else if (value instanceof LiquibaseSerializable nested) {
            text.append('\n').append("  ");
            fields(text, nested);
        } else if (value != null) {
            text.append(' ').append(field).append('=').append(value);
        }
    }
}
