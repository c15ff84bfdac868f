package dev.stairway.engine.flyway;

import dev.stairway.engine.Migration;
import dev.stairway.engine.Migration.Rollback;
import dev.stairway.engine.Position;
import dev.stairway.engine.ReleaseReads;
import java.util.List;
import java.util.Optional;

/** Flyway's migrations as ours. */
final class Migrations {

    private Migrations() {}

    /** In Flyway's order. */
    static List<Migration> of(Project project) {
        return project.found().stream().map(found -> of(found, project)).toList();
    }

    private static Migration of(Found found, Project project) {
        Optional<Script> down = project.downs().of(found);
        String file = found.script().map(Script::file).orElse(found.key());
        int line = found.script().isPresent() ? 1 : 0;
        return new Migration(
                id(found),
                name(found),
                "",
                file,
                line,
                description(found),
                checksum(found, project),
                rollback(down),
                found.repeats(),
                true,
                text(found, down),
                Optional.empty(),
                List.of(),
                ReleaseReads.NONE,
                down.map(script -> new Position(script.file(), 1)).orElse(new Position(file, line)));
    }

    /** The name of its file or class, without ending and folder. */
    static String id(Found found) {
        String simple = found.key().substring(found.key().lastIndexOf('/') + 1);
        return found.script().isPresent() ? NamePattern.stem(simple) : simple.substring(simple.lastIndexOf('.') + 1);
    }

    private static String name(Found found) {
        return found.description().isEmpty() ? id(found) : found.description();
    }

    private static String description(Found found) {
        String kind = found.isJava() ? "Java migration" : found.kind().startsWith("SQL") ? "SQL migration" : "script";
        String what = found.isBaseline() ? "baseline " + kind : found.repeats() ? "repeatable " + kind : kind;
        return found.version().isEmpty() ? what : what + " of version " + found.version();
    }

    private static String checksum(Found found, Project project) {
        if (!found.checksum().isEmpty() || found.script().isPresent()) {
            return found.checksum();
        }
        return ClassDigest.of(found.type(project.library()));
    }

    private static Rollback rollback(Optional<Script> down) {
        return down.map(script -> script.isEmpty() ? Rollback.EMPTY : Rollback.WRITTEN)
                .orElse(Rollback.MISSING);
    }

    private static String text(Found found, Optional<Script> down) {
        String up = found.script().map(Script::text).orElse(found.key());
        return down.map(script -> up + "\n" + script.text()).orElse(up);
    }

    /** The same for one database. */
    static Migration with(Migration migration, Optional<String> notApplicable, boolean transactional) {
        return new Migration(
                migration.id(),
                migration.name(),
                migration.author(),
                migration.file(),
                migration.line(),
                migration.description(),
                migration.checksum(),
                migration.rollback(),
                migration.repeats(),
                transactional,
                migration.text(),
                notApplicable,
                migration.keyMappings(),
                migration.reads(),
                migration.rollbackAt());
    }
}
