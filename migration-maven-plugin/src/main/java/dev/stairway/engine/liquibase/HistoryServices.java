package dev.stairway.engine.liquibase;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.Database;

/** Liquibase's register of histories, which lives as long as its classes and forgets nothing by itself. */
final class HistoryServices {

    private static final OptionalMethod UNREGISTER = OptionalMethod.of(
            ChangeLogHistoryServiceFactory.class, "unregister", liquibase.changelog.ChangeLogHistoryService.class);

    private HistoryServices() {}

    static void register(StepHistory history) {
        factory().register(history);
    }

    static void unregister(StepHistory history, Database database) {
        ChangeLogHistoryServiceFactory factory = factory();
        if (UNREGISTER.isThere()) {
            UNREGISTER.call(factory, history);
        } else {
            ((Collection<?>) field(factory, "registry")).remove(history);
            ((Map<?, ?>) field(factory, "services")).remove(database);
        }
    }

    // The scope, which hands it out in newer releases, does not know it in 4.20.
    @SuppressWarnings("deprecation")
    private static ChangeLogHistoryServiceFactory factory() {
        return ChangeLogHistoryServiceFactory.getInstance();
    }

    /** Until 4.22 there is no other way to take one back. */
    private static Object field(ChangeLogHistoryServiceFactory factory, String name) {
        try {
            Field field = ChangeLogHistoryServiceFactory.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(factory);
        } catch (ReflectiveOperationException otherwise) {
            throw new IllegalStateException(
                    "Liquibase " + LibraryVersion.read() + " keeps its histories elsewhere", otherwise);
        }
    }
}
