package dev.stairway.engine.mybatis;

import dev.stairway.engine.Migration;
import org.apache.ibatis.migration.Change;

/**
 * A migration with what MyBatis calls it.
 */
record Script(Migration migration, Change change, UndoPart undo) {

    /** The way there or the way back, as MyBatis reads it. */
    ScriptPart part(Project project, boolean back) {
        String read = ScriptPart.read(project.reader(change, back));
        return new ScriptPart(migration.file(), read, back ? undo.line() : 1);
    }
}
