package dev.stairway.engine.flyway;

import java.util.List;

/**
 * Hears from Flyway when a migration's own work starts and ends: everything between is the migration's, the project's own
 * callbacks around each migration included, and everything else is Flyway's bookkeeping.
 */
final class WorkCallbacks {

    /** Flyway calls its callbacks in the order of their names, and of two with the same name the configured one first. */
    private static final String FIRST = "";

    private static final String LAST = "\uffff";

    private WorkCallbacks() {}

    static List<Object> of(Library library, StepSource source) {
        return List.of(
                callback(library, source, FIRST, List.of("BEFORE_EACH_MIGRATE"), true),
                callback(library, source, LAST, List.of("AFTER_EACH_MIGRATE", "AFTER_EACH_MIGRATE_ERROR"), false));
    }

    private static Object callback(
            Library library, StepSource source, String name, List<String> events, boolean working) {
        return Reflect.instance(
                library.api("callback.Callback"), (self, method, arguments) -> switch (method.getName()) {
                    case "supports" -> events.contains(((Enum<?>) arguments[0]).name());
                    case "canHandleInTransaction" -> true;
                    case "getCallbackName" -> name;
                    default -> {
                        source.working(working);
                        yield null;
                    }
                });
    }
}
