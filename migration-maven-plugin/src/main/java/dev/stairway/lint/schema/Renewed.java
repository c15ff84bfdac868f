package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.ObjectKind;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a release has made anew though it was there before. A way back asks after every migration, so that only what came
 * since the last time is looked at.
 */
final class Renewed {

    private Drawing.Fresh seen;
    private Drawing.Fresh renewed;

    /** The last one first; null when there is none. @param fresh all that is new @param before the schema that the release found */
    Drawing.Fresh of(Drawing.Fresh fresh, Schema before) {
        Deque<Object> latest = new ArrayDeque<>();
        for (Drawing.Fresh next = fresh; next != seen && next != null; next = next.before()) {
            if (wasThere(next.object(), before)) {
                latest.push(next.object());
            }
        }
        latest.forEach(object -> renewed = new Drawing.Fresh(object, renewed));
        seen = fresh;
        return renewed;
    }

    /** Indexes and triggers are as old as their table. */
    private static boolean wasThere(Object object, Schema before) {
        if (object instanceof Table table) {
            return before.has(ObjectKind.TABLE, table.name());
        } else if (object instanceof Index index) {
            return before.has(ObjectKind.TABLE, index.table());
        } else if (object instanceof View view) {
            return before.has(ObjectKind.VIEW, view.name());
        } else if (object instanceof Trigger trigger) {
            return before.has(ObjectKind.TABLE, trigger.table());
        }
        return object instanceof Thing thing && before.has(thing.kind(), thing.name());
    }
}
