package dev.stairway.fingerprint.postgres;

import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds the present position to sequences; no catalog holds it, each sequence has to be asked. */
final class Sequences {

    private static final int AT_ONCE = 200;

    private Sequences() {}

    static void addPositions(Connection connection, Map<Long, Relation> relations) throws SQLException {
        List<Long> sequences = new ArrayList<>();
        relations.forEach((oid, relation) -> {
            if (relation.isSequence()) {
                sequences.add(oid);
            }
        });
        for (int from = 0; from < sequences.size(); from += AT_ONCE) {
            addPositions(connection, relations, sequences.subList(from, Math.min(sequences.size(), from + AT_ONCE)));
        }
    }

    private static void addPositions(Connection connection, Map<Long, Relation> relations, List<Long> sequences)
            throws SQLException {
        List<String> selects = new ArrayList<>();
        sequences.forEach(oid -> selects.add("SELECT " + oid
                + ", last_value::text || CASE WHEN is_called THEN '' ELSE ' (not used yet)' END FROM "
                + relations.get(oid).name()));
        PinnedBatch.once(String.join(" UNION ALL ", selects))
                .run(connection, (statement, row) -> {
                    long oid = row.getLong(1);
                    relations.put(oid, at(relations.get(oid), row.getString(2)));
                });
    }

    private static Relation at(Relation relation, String position) {
        SchemaObject owner = relation.group().objects().get(0);
        TreeMap<String, String> attributes = new TreeMap<>(owner.attributes());
        attributes.put(SchemaObject.POSITION, position);
        SchemaObject placed = new SchemaObject(owner.kind(), owner.name(), attributes);
        return relation.with(Groups.of(placed, List.of()));
    }
}
