package dev.stairway.fingerprint.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which relations have to be read again after rows were written to some tables outside a watched session. */
final class WrittenRows {

    /** Sequences owned by a column, and sequences that a default asks. */
    private static final String SEQUENCES = """
            SELECT s.oid FROM pg_catalog.pg_depend d
            JOIN pg_catalog.pg_class s ON s.oid = d.objid AND s.relkind = 'S'
            WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
              AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = ANY (?::pg_catalog.oid[])
            UNION
            SELECT s.oid FROM pg_catalog.pg_attrdef a
            JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND d.objid = a.oid
            JOIN pg_catalog.pg_class s ON s.oid = d.refobjid AND s.relkind = 'S'
            WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND a.adrelid = ANY (?::pg_catalog.oid[])
            """;

    private final Memory memory;

    WrittenRows(Memory memory) {
        this.memory = memory;
    }

    Set<Long> relations(Connection connection, Collection<String> tables) throws SQLException {
        Set<String> names = new HashSet<>(tables);
        Set<Long> oids = named(names);
        if (oids.size() < names.size() || oids.stream().anyMatch(this::writesElsewhere)) {
            oids = holdingRows();
        }
        oids.addAll(sequences(connection, oids));
        return oids;
    }

    private Set<Long> named(Set<String> names) {
        return memory.relations().entrySet().stream()
                .filter(e ->
                        e.getValue().holdsRows() && names.contains(e.getValue().name()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** A trigger or rule may write to any other table. */
    private boolean writesElsewhere(long oid) {
        return memory.relation(oid).group().objects().stream()
                .anyMatch(o -> o.kind().equals("trigger") || o.kind().equals("rule"));
    }

    private Set<Long> holdingRows() {
        return memory.relations().entrySet().stream()
                .filter(e -> e.getValue().holdsRows())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<Long> sequences(Connection connection, Set<Long> tables) throws SQLException {
        Set<Long> sequences = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(SEQUENCES)) {
            Array oids = connection.createArrayOf("int8", tables.toArray());
            statement.setArray(1, oids);
            statement.setArray(2, oids);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sequences.add(rows.getLong(1));
                }
            }
        }
        return sequences;
    }
}
