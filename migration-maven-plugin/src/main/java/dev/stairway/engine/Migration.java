package dev.stairway.engine;

import java.util.List;
import java.util.Optional;

/**
 * One unit that an engine applies.
 *
 * @param id unique in its changelog and stable from run to run
 * @param name short label for people
 * @param author empty where the engine has none
 * @param file changelog file that holds it, as the engine names it
 * @param line 1-based line of its start in that file, 0 where unknown
 * @param description one line: what it does
 * @param checksum changes when its content changes
 * @param rollback which way back is written
 * @param repeats true when every run, or every changed run, executes it again
 * @param transactional false when it asks to run outside a transaction
 * @param text everything the migration says (SQL, attributes), for finding the names it mentions
 * @param notApplicable why it does not run on this database (dbms filter, context, label), if so
 * @param keyMappings what it declares about keys, where the database has keys
 * @param reads what the releases around it read with, where that was given
 * @param rollbackAt where its way back is written; its own place where that is part of it, or there is none
 */
public record Migration(
        String id,
        String name,
        String author,
        String file,
        int line,
        String description,
        String checksum,
        Rollback rollback,
        boolean repeats,
        boolean transactional,
        String text,
        Optional<String> notApplicable,
        List<KeyMapping> keyMappings,
        ReleaseReads reads,
        Position rollbackAt) {

    public Migration {
        keyMappings = List.copyOf(keyMappings);
    }

    /** A migration of a database that has no keys to declare. */
    public Migration(
            String id,
            String name,
            String author,
            String file,
            int line,
            String description,
            String checksum,
            Rollback rollback,
            boolean repeats,
            boolean transactional,
            String text,
            Optional<String> notApplicable) {
        this(
                id,
                name,
                author,
                file,
                line,
                description,
                checksum,
                rollback,
                repeats,
                transactional,
                text,
                notApplicable,
                List.of(),
                ReleaseReads.NONE,
                new Position(file, line));
    }

    /** The same with what the releases around it read with. */
    public Migration with(ReleaseReads others) {
        return new Migration(
                id,
                name,
                author,
                file,
                line,
                description,
                checksum,
                rollback,
                repeats,
                transactional,
                text,
                notApplicable,
                keyMappings,
                others,
                rollbackAt);
    }

    /** The same where it does not run. @param reason why */
    public Migration leftOut(String reason) {
        return new Migration(
                id,
                name,
                author,
                file,
                line,
                description,
                checksum,
                rollback,
                repeats,
                transactional,
                text,
                Optional.of(reason),
                keyMappings,
                reads,
                rollbackAt);
    }

    /** Which way back a migration has. */
    public enum Rollback {
        /** The author wrote one. */
        WRITTEN,
        /** The engine derives it. */
        AUTOMATIC,
        /** The author wrote an empty one: it will succeed and do nothing. */
        EMPTY,
        /** There is none. */
        MISSING
    }

    /** Where it is written. */
    public Position at() {
        return new Position(file, line);
    }

    /** {@code file:line}, or the file alone. */
    public String position() {
        return line > 0 ? file + ":" + line : file;
    }

    /** Ids in order, for messages. */
    public static List<String> ids(List<Migration> migrations) {
        return migrations.stream().map(Migration::id).toList();
    }
}
