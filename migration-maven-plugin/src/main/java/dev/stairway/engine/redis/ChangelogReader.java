package dev.stairway.engine.redis;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.problem.ProblemException;
import dev.stairway.redis.RedisMigration;
import dev.stairway.script.redis.RedisFileName.Direction;
import dev.stairway.script.redis.RedisScript;
import dev.stairway.script.redis.RedisVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Scripts and classes of a changelog as an ordered list, checked without any server. */
final class ChangelogReader {

    /** Numbers above are dates, which have gaps by nature. */
    private static final long LARGEST_COUNTER = 99_999;

    private final ChangelogSource source;
    private final Units units;

    ChangelogReader(ChangelogSource source) {
        this.source = source;
        this.units = new Units(source);
    }

    /** @throws ProblemException naming the file and what to do about it */
    List<Unit> read() {
        Map<RedisVersion, List<RedisScript>> byVersion = new TreeMap<>();
        for (RedisScript script : ScriptFolder.of(source).read()) {
            byVersion
                    .computeIfAbsent(script.name().version(), version -> new ArrayList<>())
                    .add(script);
        }
        Map<RedisVersion, Unit> ordered = new TreeMap<>();
        byVersion.forEach((version, scripts) -> ordered.put(version, pair(version, scripts)));
        for (RedisMigration code : classes()) {
            Unit unit = units.of(code);
            Unit other = ordered.put(unit.version(), unit);
            if (other != null) {
                throw duplicate(other.migration().position(), unit.migration().position(), unit.version());
            }
        }
        refuseGaps(List.copyOf(ordered.values()));
        new ReadFiles(source)
                .read(ordered.keySet())
                .forEach((version, reads) ->
                        ordered.put(version, ordered.get(version).with(reads)));
        return List.copyOf(ordered.values());
    }

    private Unit pair(RedisVersion version, List<RedisScript> scripts) {
        Optional<RedisScript> up = only(version, scripts, Direction.UP);
        Optional<RedisScript> down = only(version, scripts, Direction.DOWN);
        if (up.isEmpty()) {
            throw ProblemException.migrations(
                    "A way back has no way there: the up script of version " + version + " is missing",
                    down.orElseThrow().file(),
                    "",
                    "Write " + down.get().name().file().replaceFirst("\\.down\\.", ".up.") + ", or delete this file.",
                    null);
        }
        if (down.isPresent()
                && !down.get().name().description().equals(up.get().name().description())) {
            throw ProblemException.migrations(
                    "The two halves of version " + version + " have different names",
                    down.get().file(),
                    "the other one is " + up.get().file(),
                    "Give both the same name, or another version.",
                    null);
        }
        return units.of(up.get(), down);
    }

    private static Optional<RedisScript> only(RedisVersion version, List<RedisScript> scripts, Direction direction) {
        List<RedisScript> found = scripts.stream()
                .filter(script -> script.name().direction() == direction)
                .toList();
        if (found.size() > 1) {
            throw duplicate(found.get(0).file(), found.get(1).file(), version);
        }
        return found.stream().findFirst();
    }

    private static ProblemException duplicate(String first, String second, RedisVersion version) {
        return ProblemException.migrations(
                "Two migrations have version " + version,
                second,
                "the other one is " + first,
                "Give one of them another version.",
                null);
    }

    private List<RedisMigration> classes() {
        try {
            List<RedisMigration> found = new ArrayList<>();
            ServiceLoader.load(RedisMigration.class, source.loader()).forEach(found::add);
            return found;
        } catch (ServiceConfigurationError broken) {
            throw ProblemException.migrations(
                    "A migration written in Java cannot be loaded",
                    "META-INF/services/" + RedisMigration.class.getName(),
                    String.valueOf(broken.getMessage()),
                    "Name a public class there that implements the interface and has a constructor without arguments.",
                    broken);
        }
    }

    /** A number left out is most often a file that was not committed. */
    private static void refuseGaps(List<Unit> ordered) {
        for (int i = 1; i < ordered.size(); i++) {
            Unit before = ordered.get(i - 1);
            Unit next = ordered.get(i);
            long from = before.version().number();
            long to = next.version().number();
            boolean counted = from >= 0 && to <= LARGEST_COUNTER && to > from + 1;
            if (counted && !declared(before, next)) {
                throw gap(before, next, missing(from + 1, to - 1));
            }
        }
    }

    private static String missing(long first, long last) {
        return first == last
                ? "Version " + first + " is missing"
                : "Versions " + first + " to " + last + " are missing";
    }

    private static boolean declared(Unit before, Unit next) {
        return next.up()
                .flatMap(script -> script.header().after())
                .filter(before.version()::equals)
                .isPresent();
    }

    private static ProblemException gap(Unit before, Unit next, String missing) {
        String after = "-- stairway: after " + before.version();
        return ProblemException.migrations(
                missing,
                next.migration().position(),
                "the one before is " + before.migration().position(),
                "Add the missing file, renumber, or write '" + after + "' at the top of this one when it is meant so.",
                null);
    }
}
