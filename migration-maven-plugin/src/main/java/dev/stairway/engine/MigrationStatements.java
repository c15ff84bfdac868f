package dev.stairway.engine;

import dev.stairway.script.ScriptComment;
import dev.stairway.script.sql.SqlStatement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a migration sends to a product, known without any database.
 *
 * @param migration as {@link Engine#read} gives it
 * @param up statements in order; of Redis one, the whole script
 * @param down the same for the way back; empty where there is none
 * @param attributes what the changelog says about it beside the statements, by the names of the engine's manual:
 *     {@code context}, {@code labels}, {@code dbms}, {@code runAlways}, {@code runOnChange}, {@code failOnError},
 *     {@code onFail} (of its preconditions), {@code runInTransaction}, {@code splitStatements}, {@code endDelimiter}; only
 *     what is written
 * @param changes kinds of the changes in order, as the engine names them, {@code addColumn}; empty where it has none
 * @param comments of its part of the file, of both ways
 * @param notCovered statements that could not be known, one reason each: {@code a Java class}, {@code needs a database}
 * @param cut statements, of both ways, that the engine itself cuts apart before it sends them
 */
public record MigrationStatements(
        Migration migration,
        List<SqlStatement> up,
        List<SqlStatement> down,
        Map<String, String> attributes,
        List<String> changes,
        List<ScriptComment> comments,
        List<String> notCovered,
        List<SqlStatement> cut) {

    public MigrationStatements {
        up = List.copyOf(up);
        down = List.copyOf(down);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        changes = List.copyOf(changes);
        comments = List.copyOf(comments);
        notCovered = List.copyOf(notCovered);
        cut = List.copyOf(cut);
    }

    /** Of an engine that cuts nothing apart. */
    public MigrationStatements(
            Migration migration,
            List<SqlStatement> up,
            List<SqlStatement> down,
            Map<String, String> attributes,
            List<String> changes,
            List<ScriptComment> comments,
            List<String> notCovered) {
        this(migration, up, down, attributes, changes, comments, notCovered, List.of());
    }
}
