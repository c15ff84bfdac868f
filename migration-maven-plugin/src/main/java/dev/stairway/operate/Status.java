package dev.stairway.operate;

import dev.stairway.engine.Applied;
import dev.stairway.engine.Migration;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a database is.
 *
 * @param history false where the engine has never worked there
 * @param applied oldest first
 * @param pending in the order in which they would run
 * @param unlike migrations of which the history says otherwise than the changelog, one line each
 * @param stuck why the engine itself would not go on; empty where it would
 */
public record Status(
        boolean history, List<Applied> applied, List<Migration> pending, List<String> unlike, String stuck) {

    public Status {
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
        unlike = List.copyOf(unlike);
    }

    /** Id of the migration that ran last; empty for none. */
    public String revision() {
        return applied.isEmpty() ? "" : applied.get(applied.size() - 1).migration();
    }

    /** The same for people. */
    public String revisionText() {
        return revision().isEmpty() ? "nothing applied" : revision();
    }

    /** Lines for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("  revision  " + revisionText() + (history ? "" : " (no history yet)"));
        lines.add("  applied   " + applied.size());
        applied.forEach(one -> lines.add("    " + one.migration() + (one.at().isEmpty() ? "" : "  " + one.at())
                + (one.known() ? "" : "  not in the changelog")));
        lines.add("  pending   " + pending.size());
        pending.forEach(one -> lines.add("    " + one.id()));
        unlike.forEach(line -> lines.add("  changed   " + line));
        if (!stuck.isEmpty()) {
            lines.add("  stuck     " + stuck);
        }
        return lines;
    }
}
