package dev.stairway.engine.flyway;

import dev.stairway.engine.ChangelogSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The migrations of one changelog as Flyway sees them on an empty database.
 *
 * @param scan files of the migrations and callbacks
 * @param found in Flyway's order
 * @param downs files that take back
 */
record Project(
        Library library,
        ChangelogSource source,
        FlywaySettings settings,
        Locations locations,
        Scan scan,
        List<Found> found,
        DownScripts downs) {

    static Project read(ChangelogSource source, Library library, DataSource dataSource) {
        FlywaySettings settings = FlywaySettings.of(source);
        Locations locations = Locations.of(source, FlywaySettings.words(source.location()));
        Scan scan = Scan.of(library, source, settings, locations, dataSource);
        Object configuration = library.configuration(settings.with(Map.of()));
        Reflect.call(configuration, "locations", (Object) locations.names().toArray(String[]::new));
        Reflect.call(configuration, "resourceProvider", new Shelf(scan, List.of()).resources(library));
        Reflect.call(configuration, "dataSource", dataSource);
        Object info = Reflect.call(library.load(configuration), "info");
        List<Found> found = Found.all(info, scan).stream()
                .filter(migration -> migration.script().isPresent() || migration.isJava())
                .toList();
        if (found.isEmpty()) {
            throw Locations.nothingFound(source);
        }
        Scan downs = settings.downLocations().isEmpty()
                ? scan
                : Scan.of(library, source, settings, Locations.of(source, settings.downLocations()), dataSource);
        return new Project(library, source, settings, locations, scan, found, DownScripts.of(downs, settings));
    }

    /** Classes of the Java migrations. */
    List<Class<?>> classes() {
        return found.stream()
                .filter(Found::isJava)
                .<Class<?>>map(f -> f.type(library))
                .toList();
    }

    List<Class<?>> classesWithoutBaselines() {
        return found.stream()
                .filter(f -> f.isJava() && !f.isBaseline())
                .<Class<?>>map(f -> f.type(library))
                .toList();
    }

    List<Script> scriptsWithoutBaselines() {
        return scan.scripts().stream()
                .filter(script -> found.stream().noneMatch(f -> f.isBaseline() && f.isIn(script)))
                .toList();
    }

    /** Files that are no migration: callbacks, and what belongs to a migration. */
    List<Script> around() {
        return scan.scripts().stream()
                .filter(script -> found.stream().noneMatch(f -> f.isIn(script)))
                .toList();
    }
}
