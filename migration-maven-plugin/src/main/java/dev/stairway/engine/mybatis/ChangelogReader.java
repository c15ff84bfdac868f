package dev.stairway.engine.mybatis;

import dev.stairway.engine.Migration;
import dev.stairway.engine.Position;
import dev.stairway.engine.ReleaseReads;
import dev.stairway.engine.script.Checksum;
import dev.stairway.engine.script.ScriptDirectory;
import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.migration.Change;

/** Reads the scripts with MyBatis' own loader and tells what is broken, and where. */
final class ChangelogReader {

    /** Scripts that are no migrations. */
    private static final Set<String> SPECIAL = Set.of("bootstrap.sql", "onabort.sql");

    private final Project project;
    private final ScriptDirectory directory;

    ChangelogReader(Project project) {
        this.project = project;
        this.directory = project.scripts();
    }

    /** In the order in which they run. */
    List<Script> read() {
        directory.files().forEach(this::refuseUnreadable);
        List<Change> changes = new ArrayList<>(project.loader().getMigrations());
        Collections.sort(changes);
        if (changes.isEmpty()) {
            throw ProblemException.setup(
                    "The changelog has no migration",
                    directory.location(),
                    "",
                    "Write a script there, named for example 20240131120000_create_changelog.sql.",
                    null);
        }
        for (int i = 1; i < changes.size(); i++) {
            refuseTwice(changes.get(i - 1), changes.get(i));
        }
        return changes.stream().map(this::script).toList();
    }

    private void refuseUnreadable(String file) {
        if (file.endsWith(".sql") && !SPECIAL.contains(file) && !file.matches("\\d+(\\.\\d+)?(_.*)?\\.sql")) {
            throw ProblemException.migrations(
                    "The version of a migration cannot be read from its name",
                    directory.nameOf(file),
                    "MyBatis stops at names that do not begin with a number and an underscore",
                    "Rename it, for example to 20240131120000_" + file + ", or move it elsewhere.",
                    null);
        }
    }

    private void refuseTwice(Change first, Change second) {
        if (first.compareTo(second) == 0) {
            throw ProblemException.migrations(
                    "Two migrations have version " + second.getId().toPlainString(),
                    directory.nameOf(second.getFilename()),
                    "the other one is " + directory.nameOf(first.getFilename()),
                    "Give one of them another version.",
                    null);
        }
    }

    private Script script(Change change) {
        String file = directory.nameOf(change.getFilename());
        String id = change.getFilename().replaceFirst("\\.sql$", "");
        String source = directory.text(change.getFilename(), project.charset());
        UndoPart undo = UndoPart.of(source);
        Migration migration = new Migration(
                id,
                id,
                "",
                file,
                1,
                change.getDescription(),
                // The values of the variables are not part of it: they differ from place to place.
                Checksum.of(source),
                undo.rollback(),
                false,
                !project.environment().isAutoCommit(),
                ScriptPart.read(project.reader(change, false)) + ScriptPart.read(project.reader(change, true)),
                Optional.empty(),
                List.of(),
                ReleaseReads.NONE,
                new Position(file, Math.max(1, undo.line())));
        return new Script(migration, change, undo);
    }
}
