package dev.stairway.perf;

import dev.stairway.engine.KeyMapping;
import dev.stairway.engine.KeyPattern;
import dev.stairway.engine.Migration;
import dev.stairway.measure.lock.Blocked;
import dev.stairway.measure.lock.RelationLock;
import dev.stairway.measure.lock.StatementTrace;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which tables a step touches, by the locks that were seen on them; where nobody lets us see locks, those that the migration
 * names, or all of them where it names none that is there. In a database of keys, the patterns that it declares.
 */
final class TouchedTables {

    private record Step(String migration, Way way) {}

    /** Asks for the names of the tables that are there. */
    @FunctionalInterface
    interface Present {
        List<String> names() throws SQLException;
    }

    private final Present present;
    private final Map<Step, List<String>> locked = new HashMap<>();

    TouchedTables(Present present) {
        this.present = present;
    }

    /** Learns from the pass in which locks were seen. */
    TouchedTables learn(PassReport watched) {
        watched.steps().forEach(step -> {
            learn(step.migration(), Way.UP, step.up());
            learn(step.migration(), Way.DOWN, step.down());
        });
        return this;
    }

    private void learn(Migration migration, Way way, Seen seen) {
        if (seen != null && !seen.statements().isEmpty()) {
            locked.put(new Step(migration.id(), way), relations(seen.statements()));
        }
    }

    /** Those that keep readers away first. */
    private static List<String> relations(List<StatementTrace> statements) {
        return statements.stream()
                .flatMap(statement -> statement.locks().stream())
                .sorted(Comparator.comparing((RelationLock lock) -> !lock.blocks(Blocked.READS))
                        .thenComparing(lock -> !lock.blocks(Blocked.WRITES)))
                .map(RelationLock::relation)
                .distinct()
                .toList();
    }

    Collection<String> of(Migration migration, Way way) throws SQLException {
        List<String> seen = locked.get(new Step(migration.id(), way));
        if (seen != null) {
            return seen;
        }
        if (!migration.keyMappings().isEmpty()) {
            return migration.keyMappings().stream()
                    .map(way == Way.UP ? KeyMapping::from : KeyMapping::to)
                    .map(KeyPattern::text)
                    .toList();
        }
        List<String> all = present.names();
        List<String> named = all.stream().filter(name -> names(migration, name)).toList();
        return named.isEmpty() ? all : named;
    }

    private static boolean names(Migration migration, String table) {
        String plain =
                Stream.of(table.split("\\.")).reduce((first, last) -> last).orElse(table);
        return Pattern.compile("(?<!\\w)" + Pattern.quote(plain.toLowerCase(Locale.ROOT)) + "(?!\\w)")
                .matcher(migration.text().toLowerCase(Locale.ROOT))
                .find();
    }
}
