package dev.stairway.measure.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The open transaction of a step: what it holds since which statement, and what it has done to the relations. */
final class PostgresTransaction {

    private record Key(long oid, PostgresMode mode) {}

    private final PostgresRelations relations;
    private final Map<Key, Optional<LockSpan>> held = new HashMap<>();
    private final List<LockSpan> heldRows = new ArrayList<>();
    /** Of every relation that it has locked, as last seen. */
    private final Map<Long, Long> files = new HashMap<>();

    private final RowCounts counts;
    private String began = "";

    PostgresTransaction(PostgresRelations relations, RowCounts counts) {
        this.relations = relations;
        this.counts = counts;
    }

    /** Notes what the transaction holds after a statement. */
    void see(TracedStatement statement, PostgresLocks locks, Connection raw) throws SQLException {
        if (!locks.transaction().equals(began)) {
            // Ended by a statement that said COMMIT or ROLLBACK.
            end(statement.end());
            began = locks.transaction();
        }
        counts.look(locks.looks());
        relations.learn(locks.oids());
        dropped(locks, statement.end());
        Set<PostgresRelation> moved = new LinkedHashSet<>();
        for (PostgresLocks.Row row : locks.rows()) {
            Optional<PostgresRelation> relation = relations.get(row.oid());
            Key key = new Key(row.oid(), row.mode());
            if (!held.containsKey(key)) {
                held.put(
                        key,
                        relation.filter(known -> !covered(known, row.mode()))
                                .map(known -> statement.took(known, row.mode())));
            }
            if (relation.isPresent()) {
                rows(statement, relation.get(), row);
                if (moved(relation.get(), row.file())) {
                    moved.add(relation.get());
                }
            }
        }
        statement.rewrites(moved, withContent(moved, raw));
    }

    /** An index comes along with a table that nobody can reach any more. */
    private boolean covered(PostgresRelation relation, PostgresMode mode) {
        return relation.index()
                && held.keySet().stream()
                        .anyMatch(key ->
                                key.oid() == relation.table() && key.mode().compareTo(mode) >= 0);
    }

    /** Rolled back to a savepoint. */
    private void dropped(PostgresLocks locks, long moment) {
        Set<Long> present = locks.oids();
        Iterator<Map.Entry<Key, Optional<LockSpan>>> each = held.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Key, Optional<LockSpan>> entry = each.next();
            if (!present.contains(entry.getKey().oid())) {
                entry.getValue().ifPresent(span -> span.end(moment));
                each.remove();
            }
        }
    }

    /** Whoever wants to change the same rows has to wait. */
    private void rows(TracedStatement statement, PostgresRelation relation, PostgresLocks.Row row) {
        RowCounts.More more = counts.more(row);
        if (more.changed() > 0) {
            heldRows.add(statement.tookRows(relation, more.changed()));
        }
        if (more.read() > 0 && relation.named()) {
            statement.read(relation, more.read());
        }
    }

    /** True when it has another file than before. */
    private boolean moved(PostgresRelation relation, long file) {
        Long before = files.put(relation.oid(), file);
        return file != 0 && file != (before == null ? relation.file() : before);
    }

    /** TRUNCATE gives another file, too, but there is nothing in it. */
    private static Set<PostgresRelation> withContent(Set<PostgresRelation> moved, Connection raw) throws SQLException {
        Set<PostgresRelation> filled = new LinkedHashSet<>();
        for (PostgresRelation relation : moved) {
            if (bytes(raw, relation.oid()) > 0) {
                filled.add(relation);
            }
        }
        return filled;
    }

    private static long bytes(Connection raw, long oid) throws SQLException {
        try (PreparedStatement statement = raw.prepareStatement("SELECT pg_catalog.pg_relation_size(?::oid)")) {
            statement.setLong(1, oid);
            try (ResultSet size = statement.executeQuery()) {
                size.next();
                return size.getLong(1);
            }
        }
    }

    /** The transaction has ended, and everybody knows what it has done. */
    void end(long moment) {
        held.values().forEach(span -> span.ifPresent(one -> one.end(moment)));
        heldRows.forEach(span -> span.end(moment));
        held.clear();
        heldRows.clear();
        files.clear();
        relations.forget();
        began = "";
    }
}
