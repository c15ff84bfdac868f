package dev.stairway.engine.flyway;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A Flyway that sees all migrations with the user's own settings, and is asked what it would run. */
final class Asking {

    private final Object flyway;
    private final boolean skipsBaselines;

    Asking(Project project, StepSource source) {
        skipsBaselines = project.settings().skipsBaselines();
        Library library = project.library();
        Shelf shelf = new Shelf(project.scan(), project.classes());
        if (skipsBaselines) {
            shelf.show(project.scriptsWithoutBaselines(), project.classesWithoutBaselines());
        }
        Object configuration = library.configuration(project.settings().with(Map.of()));
        Reflect.call(
                configuration, "locations", (Object) project.locations().names().toArray(String[]::new));
        Reflect.call(configuration, "resourceProvider", shelf.resources(library));
        Reflect.call(configuration, "javaMigrationClassProvider", shelf.classes(library));
        Reflect.call(configuration, "dataSource", source.dataSource());
        flyway = library.load(configuration);
    }

    /** Keys of what a run of Flyway's would execute now. */
    Set<String> pending() {
        return keys("pending");
    }

    /** Keys of what the history has, which is nothing but for a database that came from a dump. */
    Set<String> applied() {
        return keys("applied");
    }

    /** Versioned migrations whose checksum in the history is not that of their file; a repeatable one may change. */
    List<String> unlike() {
        Object[] infos = (Object[]) Reflect.call(Reflect.call(flyway, "info"), "applied");
        return Arrays.stream(infos)
                .filter(info -> (Boolean) Reflect.call(info, "isVersioned"))
                .filter(info -> !(Boolean) Reflect.call(info, "isChecksumMatching"))
                .map(info -> Reflect.text(info, "getScript") + " (history " + Reflect.text(info, "getAppliedChecksum")
                        + ", file " + Reflect.text(info, "getResolvedChecksum") + ")")
                .toList();
    }

    private Set<String> keys(String which) {
        Object[] infos = (Object[]) Reflect.call(Reflect.call(flyway, "info"), which);
        return Arrays.stream(infos)
                .map(info -> Reflect.text(info, "getScript"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why a migration is not pending on an empty database. */
    String reason(Found migration) {
        if (migration.isBaseline() && skipsBaselines) {
            return "the versioned migrations run in its place, as the setting baselineMigrations=skip wants";
        }
        return switch (migration.state()) {
            case "BASELINE_IGNORED", "BELOW_BASELINE", "IGNORED" ->
                "Flyway leaves it out on an empty database, where a baseline migration stands for it;"
                        + " the setting baselineMigrations=skip walks it";
            case "ABOVE_TARGET" -> "it is above the target that the settings name";
            default -> "Flyway would not run it on an empty database: " + readable(migration.state());
        };
    }

    private static String readable(String state) {
        return String.join(" ", List.of(state.toLowerCase(java.util.Locale.ROOT).split("_")));
    }
}
