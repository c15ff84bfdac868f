package dev.stairway.engine.sql;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.RunLock;
import dev.stairway.engine.script.ScriptDirectory;
import dev.stairway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a tool lays its files out, sends them and remembers what ran. */
interface Layout {

    /** What a directory of either layout holds. */
    String HOLDS = "files named 001_name.up.sql and 001_name.down.sql (golang-migrate), or 001_name.sql with"
            + " '-- migrate:up' and '-- migrate:down' (dbmate)";

    /** Name of the tool. */
    String tool();

    /** Names of the settings that it knows. */
    Set<String> settings();

    /** In the order in which they run. @param product for which it is read */
    List<Unit> read(ScriptDirectory directory, String product);

    /** True when the tool opens a transaction around a file on this product. */
    boolean opensTransactions(String product);

    /** The table in which the tool remembers what ran. */
    History history(String product);

    /**
     * What a user types to apply a migration once more of which nothing is in effect.
     *
     * @param before the one before it in order; empty when it is the first
     * @param refuses true where the tool would not begin, by what its history says
     */
    List<String> commandsAgain(Optional<Unit> before, boolean refuses);

    /** What the tool itself leaves behind where it dies in this migration, and {@link SqlRun} does not: a sentence. */
    default Optional<String> leftByTool(Unit unit, Optional<Unit> before) {
        return Optional.empty();
    }

    /** The lock that the tool holds while it works, where it has one. */
    default RunLock lock(JdbcDatabase database, Duration patience) {
        return RunLock.NONE;
    }

    /** Tells the layout from the files. */
    static Layout of(ScriptDirectory directory, ChangelogSource source) {
        List<String> files = directory.files();
        List<String> halves = files.stream().filter(GolangMigrate::half).toList();
        List<String> wholes = files.stream()
                .filter(file -> Dbmate.named(file) && !GolangMigrate.half(file))
                .filter(file -> Dbmate.marked(directory.text(file, StandardCharsets.UTF_8)))
                .toList();
        if (halves.isEmpty() && wholes.isEmpty()) {
            throw ProblemException.setup(
                    "The changelog has no migration",
                    directory.location(),
                    files.isEmpty() ? "the directory is empty" : "it holds " + first(files),
                    "Give the directory that holds " + HOLDS + ".",
                    null);
        }
        if (!halves.isEmpty() && !wholes.isEmpty()) {
            throw ProblemException.migrations(
                    "The changelog mixes the layouts of golang-migrate and dbmate",
                    directory.nameOf(wholes.get(0)),
                    "it has '-- migrate:up', and " + halves.get(0) + " is a half of its own",
                    "Keep one layout.",
                    null);
        }
        Settings settings = new Settings(source.settings());
        Layout layout = halves.isEmpty() ? new Dbmate(settings) : new GolangMigrate(settings);
        settings.refuseOthers(layout);
        return layout;
    }

    private static String first(List<String> files) {
        return String.join(", ", files.subList(0, Math.min(3, files.size()))) + (files.size() > 3 ? ", ..." : "");
    }
}
