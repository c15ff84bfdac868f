package dev.stairway.engine.flyway;

import dev.stairway.engine.ChangelogSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The files that Flyway's own scanner found at some locations, read once.
 *
 * @param provider Flyway's scanner
 * @param scripts each once
 */
record Scan(Object provider, List<Script> scripts) {

    static final Scan NOTHING = new Scan(null, List.of());

    Scan {
        scripts = List.copyOf(scripts);
    }

    /** Files of any name: the settings say what they are. */
    static Scan of(
            Library library,
            ChangelogSource source,
            FlywaySettings settings,
            Locations locations,
            DataSource dataSource) {
        if (locations.names().isEmpty()) {
            return NOTHING;
        }
        Object[] caught = new Object[1];
        Object resolver = Reflect.instance(library.api("resolver.MigrationResolver"), (self, method, arguments) -> {
            if (!method.getName().equals("resolveMigrations")) {
                return byDefault(method);
            }
            caught[0] = Reflect.field(arguments[0], "resourceProvider");
            return List.of();
        });
        Object configuration = library.configuration(settings.with(Map.of()));
        Reflect.call(configuration, "skipDefaultResolvers", true);
        Reflect.call(configuration, "skipDefaultCallbacks", true);
        Reflect.call(configuration, "locations", (Object) locations.names().toArray(String[]::new));
        Reflect.call(configuration, "resolvers", Reflect.array(library.api("resolver.MigrationResolver"), resolver));
        Reflect.call(configuration, "dataSource", dataSource);
        Reflect.call(library.load(configuration), "info");
        return new Scan(caught[0], Shelf.distinct(all(caught[0], source, locations)));
    }

    /** What Flyway asks of its own resolvers only. */
    private static Object byDefault(java.lang.reflect.Method method) {
        Class<?> type = method.getReturnType();
        return type == boolean.class ? (Object) false : type == int.class ? (Object) 0 : null;
    }

    private static List<Script> all(Object provider, ChangelogSource source, Locations locations) {
        List<Script> scripts = new ArrayList<>();
        Object resources = Reflect.call(provider, "getResources", "", (Object) new String[] {""});
        for (Object resource : (Collection<?>) resources) {
            scripts.add(Script.of(resource, source.roots(), locations.sources()));
        }
        scripts.removeIf(script -> script.fileName().endsWith(".class"));
        return scripts;
    }

    /** Flyway's object of that path; null where there is none. */
    Object resource(String path) {
        for (Script script : scripts) {
            if (script.path().equalsIgnoreCase(path)) {
                return script.resource();
            }
        }
        return Reflect.call(provider, "getResource", path);
    }
}
