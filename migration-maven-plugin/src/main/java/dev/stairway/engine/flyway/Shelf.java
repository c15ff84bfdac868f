package dev.stairway.engine.flyway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files and classes that one Flyway sees at the moment. Flyway looks at all of them whenever it migrates, so a step shows
 * it a single migration, and nothing is read twice.
 */
final class Shelf {

    private final Scan scan;
    private List<Script> shown;
    private List<Class<?>> classes = List.of();

    /** Shows everything that the scan found. */
    Shelf(Scan scan, Collection<Class<?>> javaMigrations) {
        this.scan = scan;
        show(scan.scripts(), javaMigrations);
    }

    /** Shows these from now on. */
    void show(Collection<Script> scripts, Collection<Class<?>> javaMigrations) {
        shown = List.copyOf(scripts);
        classes = List.copyOf(javaMigrations);
    }

    /** Flyway's {@code ResourceProvider}. */
    Object resources(Library library) {
        return Reflect.instance(library.api("ResourceProvider"), (self, method, arguments) -> {
            if (method.getName().equals("getResource")) {
                return scan.resource((String) arguments[0]);
            }
            String prefix = (String) arguments[0];
            List<String> suffixes = Arrays.asList((String[]) arguments[1]);
            List<Object> found = new ArrayList<>();
            for (Script script : shown) {
                if (isCalled(script.fileName(), prefix, suffixes)) {
                    found.add(script.resource());
                }
            }
            return found;
        });
    }

    /** Flyway's {@code ClassProvider}. */
    Object classes(Library library) {
        return Reflect.instance(library.api("ClassProvider"), (self, method, arguments) -> classes);
    }

    /** As Flyway's own scanner does it: something must be left between prefix and suffix. */
    private static boolean isCalled(String name, String prefix, List<String> suffixes) {
        return name.startsWith(prefix)
                && suffixes.stream()
                        .anyMatch(
                                suffix -> endsWith(name, suffix) && name.length() > prefix.length() + suffix.length());
    }

    private static boolean endsWith(String name, String suffix) {
        return name.regionMatches(true, name.length() - suffix.length(), suffix, 0, suffix.length());
    }

    /** By path below their location; the first of several with the same path is the one. */
    static List<Script> distinct(List<Script> scripts) {
        Map<String, Script> byPath = new LinkedHashMap<>();
        scripts.stream().filter(Script::source).forEach(script -> byPath.putIfAbsent(script.path(), script));
        scripts.stream()
                .filter(script -> !script.source())
                .forEach(script -> byPath.putIfAbsent(script.path(), script));
        return List.copyOf(byPath.values());
    }
}
