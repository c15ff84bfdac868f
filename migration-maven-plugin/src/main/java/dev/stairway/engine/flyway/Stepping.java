package dev.stairway.engine.flyway;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One Flyway that sees one migration at a time, made once and asked to migrate for every step. Flyway itself decides about
 * transactions, placeholders, callbacks and its history.
 */
final class Stepping {

    /** What the order of a walk needs; nothing of it changes what a migration does. */
    private static final Map<String, String> STEP = Map.of(
            "outOfOrder", "true",
            "validateOnMigrate", "false",
            "group", "false",
            "target", "latest",
            "validateMigrationNaming", "false");

    private final Object flyway;
    private final Shelf shelf;

    private Stepping(Object flyway, Shelf shelf) {
        this.flyway = flyway;
        this.shelf = shelf;
    }

    /** With the project's own callbacks. */
    static Stepping up(Project project, StepSource source) {
        Library library = project.library();
        Shelf shelf = new Shelf(project.scan(), List.of());
        Object flyway = library.load(configuration(project, source, shelf, STEP));
        callbacks(library, flyway, WorkCallbacks.of(library, source), true);
        return new Stepping(flyway, shelf);
    }

    /** Writes the history alone. */
    static Stepping mark(Project project, StepSource source) {
        Shelf shelf = new Shelf(project.scan(), List.of());
        Map<String, String> settings = new HashMap<>(STEP);
        settings.put("skipExecutingMigrations", "true");
        Object configuration = configuration(project, source, shelf, settings);
        Reflect.call(configuration, "skipDefaultCallbacks", true);
        return new Stepping(project.library().load(configuration), shelf);
    }

    /**
     * Without them: a way back is no event that they know.
     *
     * @param prefixes that make Flyway take the file for a migration
     */
    static Stepping down(Project project, StepSource source, Scan downs, Map<String, String> prefixes) {
        Library library = project.library();
        Shelf shelf = new Shelf(downs, List.of());
        Map<String, String> all = new HashMap<>(STEP);
        all.putAll(prefixes);
        Object configuration = configuration(project, source, shelf, all);
        Reflect.call(configuration, "skipDefaultCallbacks", true);
        Object flyway = library.load(configuration);
        callbacks(library, flyway, WorkCallbacks.of(library, source), false);
        return new Stepping(flyway, shelf);
    }

    private static Object configuration(Project project, StepSource source, Shelf shelf, Map<String, String> settings) {
        Library library = project.library();
        Object configuration = library.configuration(project.settings().with(settings));
        Reflect.call(
                configuration, "locations", (Object) project.locations().names().toArray(String[]::new));
        Reflect.call(configuration, "resourceProvider", shelf.resources(library));
        Reflect.call(configuration, "javaMigrationClassProvider", shelf.classes(library));
        Reflect.call(configuration, "dataSource", source.dataSource());
        return configuration;
    }

    /** Set at the end, since Flyway looks for callbacks among the classes of the project when it is made. */
    private static void callbacks(Library library, Object flyway, List<Object> ours, boolean andTheirs) {
        Object configuration = Reflect.call(flyway, "getConfiguration");
        Object[] theirs = andTheirs ? (Object[]) Reflect.call(configuration, "getCallbacks") : new Object[0];
        Object[] all = Stream.concat(ours.stream(), Arrays.stream(theirs)).toArray();
        Reflect.call(configuration, "setCallbacks", Reflect.array(library.api("callback.Callback"), all));
    }

    /** Lets Flyway migrate with these files and classes in sight; tells how many migrations it ran. */
    int migrate(List<Script> scripts, List<Class<?>> javaMigrations) {
        shelf.show(scripts, javaMigrations);
        return (Integer) Reflect.field(Reflect.call(flyway, "migrate"), "migrationsExecuted");
    }
}
