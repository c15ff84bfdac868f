package dev.stairway.catalog.postgres;

import dev.stairway.catalog.Answers;
import dev.stairway.catalog.TypeText;
import dev.stairway.compare.logical.LogicalType;
import dev.stairway.compare.logical.LogicalType.Family;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Domains, enums and arrays; everything else says what it is by its name. */
final class TypeBook {

    private record Entry(
            long oid,
            String kind,
            String category,
            long base,
            boolean notNull,
            String declared,
            String checks,
            List<String> labels) {}

    private final Map<Long, Entry> entries = new HashMap<>();

    static TypeBook read(Connection connection) throws SQLException {
        TypeBook book = new TypeBook();
        Answers.of(
                        connection,
                        CatalogSql.TYPES,
                        row -> new Entry(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getBoolean(5),
                                row.getString(6),
                                row.getString(7),
                                labels(row.getArray(8))))
                .forEach(entry -> book.entries.put(entry.oid(), entry));
        return book;
    }

    private static List<String> labels(Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** A domain is what it is made of. */
    LogicalType type(long oid, String declared) {
        Entry entry = entries.get(oid);
        if (entry != null && entry.kind().equals("d")) {
            return type(entry.base(), entry.declared());
        }
        if (entry != null && entry.kind().equals("e")) {
            return new LogicalType(Family.ENUM, null, null, null, declared, entry.labels());
        }
        if (entry != null) {
            return LogicalType.of(Family.ARRAY, declared);
        }
        return TypeText.known(declared).orElseGet(() -> LogicalType.of(Family.OTHER, declared));
    }

    /** True for a domain that forbids NULL. */
    boolean notNull(long oid) {
        Entry entry = entries.get(oid);
        return entry != null && entry.kind().equals("d") && (entry.notNull() || notNull(entry.base()));
    }

    /** Conditions of a domain, with VALUE for the column. */
    List<String> checks(long oid) {
        List<String> checks = new ArrayList<>();
        for (Entry entry = entries.get(oid);
                entry != null && entry.kind().equals("d");
                entry = entries.get(entry.base())) {
            if (entry.checks() != null) {
                checks.addAll(List.of(entry.checks().split("\1")));
            }
        }
        return checks;
    }
}
