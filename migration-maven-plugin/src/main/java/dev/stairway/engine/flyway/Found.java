package dev.stairway.engine.flyway;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A migration as Flyway tells of it.
 *
 * @param key what its history calls it: path below the location, or name of the class
 * @param version empty for a repeatable one
 * @param kind Flyway's type: {@code SQL}, {@code JDBC}, {@code SQL_BASELINE}
 * @param checksum empty where Flyway has none
 * @param state Flyway's state on the database that was asked
 * @param info Flyway's object
 * @param script its file; empty for a Java migration
 */
record Found(
        String key,
        String version,
        String description,
        String kind,
        String checksum,
        String state,
        Object info,
        Optional<Script> script) {

    /** Everything that Flyway would ever run, in its order, which starts with an empty database. */
    static List<Found> all(Object infoService, Scan scan) {
        Map<String, Script> scripts =
                scan.scripts().stream().collect(Collectors.toMap(Script::path, Function.identity(), (a, b) -> a));
        Object[] infos = (Object[]) Reflect.call(infoService, "all");
        return Arrays.stream(infos).map(info -> of(info, scripts)).toList();
    }

    private static Found of(Object info, Map<String, Script> scripts) {
        String key = Reflect.text(info, "getScript");
        return new Found(
                key,
                Reflect.text(info, "getVersion"),
                Reflect.text(info, "getDescription"),
                ((Enum<?>) Reflect.call(info, "getType")).name(),
                Reflect.text(info, "getChecksum"),
                ((Enum<?>) Reflect.call(info, "getState")).name(),
                info,
                Optional.ofNullable(scripts.get(key.replace('\\', '/')))
                        .or(() -> Optional.ofNullable(scripts.get(key))));
    }

    boolean isIn(Script file) {
        return script.isPresent() && script.get().equals(file);
    }

    boolean repeats() {
        return version.isEmpty();
    }

    boolean isBaseline() {
        return kind.contains("BASELINE");
    }

    boolean isJava() {
        return kind.startsWith("JDBC");
    }

    /** Asks the parser of the product, so for a database of that product only. */
    boolean isTransactional() {
        return (Boolean) Reflect.call(info, "canExecuteInTransaction");
    }

    /** The class of a Java migration. */
    Class<?> type(Library library) {
        try {
            return Class.forName(key, false, library.loader());
        } catch (ClassNotFoundException vanished) {
            throw new IllegalStateException("Flyway found " + key + ", which cannot be loaded", vanished);
        }
    }
}
