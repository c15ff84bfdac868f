package dev.stairway.fingerprint.postgres;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the last answers of the catalogs were parsed to. A step goes up, down and up again, so most answers were given
 * before, word by word.
 */
final class KnownRelations {

    private static final int KEPT = 256;

    private final Map<List<RelationRows.Row>, Relation> relations = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<RelationRows.Row>, Relation> eldest) {
            return size() > KEPT;
        }
    };

    /** Null when the answer is new. */
    Relation get(List<RelationRows.Row> rows) {
        return relations.get(rows);
    }

    void put(List<RelationRows.Row> rows, Relation relation) {
        relations.put(rows, relation);
    }
}
