package dev.stairway.measure.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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

    private static final String SQL = """
            SELECT c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname), c.relkind,
                   coalesce(pg_catalog.pg_relation_filenode(c.oid), 0), coalesce(i.indrelid, 0)
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
             WHERE c.oid = ANY (CAST(? AS pg_catalog.oid[])) AND n.nspname <> 'pg_toast' AND c.relpersistence <> 't'
            """;

    private final PreparedStatement select;
    private final Map<Long, PostgresRelation> known = new HashMap<>();
    private final Set<Long> unknown = new HashSet<>();

    PostgresRelations(Connection beside) throws SQLException {
        select = beside.prepareStatement(SQL);
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

    /** As they are now, whatever was known. */
    Set<PostgresRelation> ask(Collection<Long> oids) throws SQLException {
        select.setString(1, oids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
        Set<PostgresRelation> found = new HashSet<>();
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

    /** What is new may have become visible. */
    void askAgain() {
        unknown.clear();
    }

    /** After a commit everything may be called otherwise. */
    void forget() {
        known.clear();
        unknown.clear();
    }
}
