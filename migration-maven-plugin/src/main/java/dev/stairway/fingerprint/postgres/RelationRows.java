package dev.stairway.fingerprint.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The catalogs' answers about relations, not parsed yet. */
final class RelationRows {

    /** One object of a relation. */
    record Row(String kind, String name, String attributes) {}

    private final Map<Long, List<Row>> rows = new HashMap<>();

    void add(ResultSet row) throws SQLException {
        rows.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                .add(new Row(row.getString(2), row.getString(3), row.getString(4)));
    }

    /**
     * Parses what is not known yet.
     *
     * @param unusual gets the relations about which more has to be asked before they can be built
     */
    Map<Long, Relation> build(KnownRelations known, Map<Long, RelationBuilder> unusual) {
        Map<Long, Relation> relations = new HashMap<>();
        rows.forEach((oid, objects) -> {
            Relation relation = known.get(objects);
            if (relation == null) {
                RelationBuilder builder = new RelationBuilder();
                objects.forEach(row -> builder.add(Facts.parse(oid, row.kind(), row.name(), row.attributes())));
                if (builder.isRare()) {
                    unusual.put(oid, builder);
                    return;
                }
                relation = builder.build();
                known.put(objects, relation);
            }
            relations.put(oid, relation);
        });
        return relations;
    }
}
