package dev.stairway.measure.lock;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what a statement outside a transaction writes anew: it may be over before anybody sees its locks. */
final class FileWatch {

    /** What gives a relation another file: https://www.postgresql.org/docs/current/storage-file-layout.html. */
    private static final Pattern MAY_MOVE =
            Pattern.compile("\\b(alter|vacuum|cluster|reindex|refresh|do|call|select)\\b", Pattern.CASE_INSENSITIVE);

    private final PostgresRelations relations;
    private final Map<Long, PostgresRelation> before = new HashMap<>();

    private FileWatch(PostgresRelations relations) {
        this.relations = relations;
    }

    static FileWatch start(PostgresRelations relations, String sql) throws SQLException {
        FileWatch watch = new FileWatch(relations);
        if (MAY_MOVE.matcher(sql).find()) {
            watch.note(relations.withFiles());
        }
        return watch;
    }

    private void note(List<PostgresRelation> all) {
        all.forEach(relation -> before.put(relation.oid(), relation));
    }

    /** What has another file now. */
    Set<PostgresRelation> moved() throws SQLException {
        Set<PostgresRelation> moved = new LinkedHashSet<>();
        if (!before.isEmpty()) {
            for (PostgresRelation now : relations.withFiles()) {
                PostgresRelation old = before.get(now.oid());
                if (old != null && old.file() != now.file()) {
                    moved.add(old);
                }
            }
        }
        return moved;
    }
}
