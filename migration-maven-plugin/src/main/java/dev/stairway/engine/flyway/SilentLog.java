package dev.stairway.engine.flyway;

/** Flyway talks to nobody: what matters is in the outcome of a step. */
final class SilentLog {

    private SilentLog() {}

    /** Takes the place of the log that Flyway calls "console". */
    static void install(Library library) {
        Class<?> log = library.api("logging.Log");
        Object silent = Reflect.instance(
                log, (self, method, arguments) -> method.getReturnType() == boolean.class ? (Object) false : null);
        Object creator = Reflect.instance(library.api("logging.LogCreator"), (self, method, arguments) -> silent);
        Reflect.callStatic(library.api("logging.LogFactory"), "setFallbackLogCreator", creator);
    }
}
