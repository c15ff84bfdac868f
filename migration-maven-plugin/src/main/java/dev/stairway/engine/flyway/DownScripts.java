package dev.stairway.engine.flyway;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which file takes which migration back. {@code U2__drop_users.sql} takes back version 2, {@code U__view_of_users.sql} the
 * repeatable migration of that description; in a folder of down scripts a file with the name of its migration does, too.
 */
final class DownScripts {

    private final Map<String, Script> byVersion = new HashMap<>();
    private final Map<String, Script> byDescription = new HashMap<>();
    private final Map<String, Script> byName = new HashMap<>();

    private final Scan scan;

    private DownScripts(Scan scan) {
        this.scan = scan;
    }

    static DownScripts of(Scan scan, FlywaySettings settings) {
        DownScripts downs = new DownScripts(scan);
        NamePattern names = NamePattern.of(settings);
        for (Script script : scan.scripts()) {
            names.undo(script.fileName()).ifPresent(name -> downs.add(name, script));
            if (!settings.downLocations().isEmpty()) {
                names.migration(script.fileName()).ifPresent(name -> downs.byName.putIfAbsent(name, script));
            }
        }
        return downs;
    }

    private void add(NamePattern.Name name, Script script) {
        if (name.version().isEmpty()) {
            byDescription.putIfAbsent(name.description(), script);
        } else {
            byVersion.putIfAbsent(name.version(), script);
        }
    }

    /** Empty when the migration has no way back; one that stands for many has none. */
    Optional<Script> of(Found migration) {
        if (migration.isBaseline()) {
            return Optional.empty();
        }
        Optional<Script> own = migration.script().map(script -> byName.get(NamePattern.stem(script.fileName())));
        if (own.isPresent()) {
            return own;
        }
        return Optional.ofNullable(
                migration.repeats()
                        ? byDescription.get(migration.description())
                        : byVersion.get(NamePattern.version(migration.version())));
    }

    /** Where they were found. */
    Scan scan() {
        return scan;
    }
}
