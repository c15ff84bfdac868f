package dev.stairway.measure.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Relations by number, asked for by a connection beside the step: it knows them as they were before the step's open
 * transaction, also those that it has dropped or renamed, and does not see those that nobody else can feel, since the
 * transaction has created them. Temporary relations and TOAST tables are nobody's business either.
 */
final class PostgresRelations {

    private static final String FIND = """
            SELECT c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname), c.relkind,
                   coalesce(pg_catalog.pg_relation_filenode(c.oid), 0), coalesce(i.indrelid, 0)
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
             WHERE n.nspname <> 'pg_toast' AND c.relpersistence <> 't' AND\s
            """;
    private static final String SOME = FIND + "c.oid = ANY (CAST(? AS pg_catalog.oid[]))";
    private static final String FILES = FIND + "c.oid >= " + PostgresLocks.FIRST_OID + " AND c.relfilenode <> 0";

    private final PreparedStatement some;
    private final PreparedStatement files;
    private final Map<Long, PostgresRelation> known = new HashMap<>();
    private final Set<Long> unknown = new HashSet<>();

    PostgresRelations(Connection beside) throws SQLException {
        some = beside.prepareStatement(SOME);
        files = beside.prepareStatement(FILES);
    }

    /** Asks for those that are not known yet. */
    void learn(Collection<Long> oids) throws SQLException {
        Set<Long> missing = oids.stream()
                .filter(oid -> !known.containsKey(oid) && !unknown.contains(oid))
                .collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            unknown.addAll(missing);
            for (PostgresRelation relation : ask(missing)) {
                known.put(relation.oid(), relation);
                unknown.remove(relation.oid());
            }
        }
    }

    private List<PostgresRelation> ask(Collection<Long> oids) throws SQLException {
        some.setString(1, oids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
        return all(some);
    }

    /** All that have a file, as they are now. */
    List<PostgresRelation> withFiles() throws SQLException {
        return all(files);
    }

    private static List<PostgresRelation> all(PreparedStatement select) throws SQLException {
        List<PostgresRelation> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new PostgresRelation(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3).charAt(0),
                        rows.getLong(4),
                        rows.getLong(5)));
            }
        }
        return found;
    }

    Optional<PostgresRelation> get(long oid) {
        return Optional.ofNullable(known.get(oid));
    }

    /** After a commit everything may be called otherwise. */
    void forget() {
        known.clear();
        unknown.clear();
    }
}
