package dev.stairway.lint.rules.support;

import dev.stairway.lint.MigrationView;
import dev.stairway.lint.ReleaseView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Objects of some sort that the ways up of a changelog make. */
public final class Declared {

    private Declared() {}

    /**
     * True for names, in lower case and without schema, of those that the release or an earlier one makes.
     *
     * @param sort of the objects; always with the same function
     * @param made what a statement makes of that sort
     */
    public static Predicate<String> names(
            ReleaseView release, Object sort, Function<ParsedStatement, Stream<Name>> made) {
        Set<String> before =
                release.past().learn(sort, HashSet::new, (names, migration) -> learn(names, migration, made));
        Set<String> here = new HashSet<>();
        release.migrations().forEach(migration -> learn(here, migration, made));
        return name -> before.contains(name) || here.contains(name);
    }

    private static void learn(
            Set<String> names, MigrationView migration, Function<ParsedStatement, Stream<Name>> made) {
        migration.up().stream().flatMap(made).map(Names::key).forEach(names::add);
    }
}
