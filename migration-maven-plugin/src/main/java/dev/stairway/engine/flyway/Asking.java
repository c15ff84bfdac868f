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
        Object[] pending = (Object[]) Reflect.call(Reflect.call(flyway, "info"), "pending");
        return Arrays.stream(pending)
                .map(info -> Reflect.text(info, "getScript"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why a migration is not pending on an empty database. */
    String reason(Found migration) {
        if (migration.isBaseline() && skipsBaselines) {
            return "the versioned migrations run in its place, as the setting baselineMigrations=skip wants";
        }
        return switch (migration.state()) {
            case "BASELINE_IGNORED" ->
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
