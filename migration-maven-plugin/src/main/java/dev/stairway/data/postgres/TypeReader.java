package dev.stairway.data.postgres;

import dev.stairway.data.value.Base;
import dev.stairway.data.value.ValueType;
import java.sql.Array;
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
import java.util.Set;

/** Resolves PostgreSQL types: built-in ones once, those of users each time, for they may have changed. */
final class TypeReader {

    /** Oids below this belong to the server and never change; see transam.h. */
    private static final long FIRST_USER_OID = 16_384;

    /** A row of pg_type. */
    record Type(
            long oid,
            String schema,
            String name,
            String kind,
            long base,
            int modifier,
            long element,
            boolean notNull,
            long subtype,
            List<String> labels,
            List<String> checks,
            List<Long> fields,
            List<Integer> fieldModifiers,
            long range,
            String category) {}

    /** A type as a column sees it: domains taken off, their rules kept. */
    record Resolved(ValueType type, boolean notNull, List<String> checks) {}

    private final Map<Long, Type> types = new HashMap<>();

    /** Reads the types and all that they are made of. */
    void read(Connection connection, Collection<Long> oids) throws SQLException {
        types.keySet().removeIf(oid -> oid >= FIRST_USER_OID);
        Set<Long> wanted = new HashSet<>(oids);
        wanted.removeAll(types.keySet());
        while (!wanted.isEmpty()) {
            Set<Long> next = new HashSet<>();
            for (Type type : query(connection, wanted)) {
                types.put(type.oid(), type);
                next.addAll(List.of(type.base(), type.element(), type.subtype(), type.range()));
                next.addAll(type.fields());
            }
            next.remove(0L);
            next.removeAll(types.keySet());
            wanted = next;
        }
    }

    private static List<Type> query(Connection connection, Collection<Long> oids) throws SQLException {
        String multirange =
                connection.getMetaData().getDatabaseMajorVersion() >= 14 ? CatalogSql.MULTIRANGE_OF : "0::oid";
        List<Type> types = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(CatalogSql.TYPES.formatted(multirange))) {
            statement.setArray(1, connection.createArrayOf("oid", oids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    types.add(type(rows));
                }
            }
        }
        return types;
    }

    private static Type type(ResultSet rows) throws SQLException {
        return new Type(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getLong(6),
                rows.getInt(7),
                rows.getLong(8),
                rows.getBoolean(10),
                rows.getLong(11),
                list(rows.getArray(12), String.class),
                list(rows.getArray(13), String.class),
                list(rows.getArray(14), Long.class),
                list(rows.getArray(15), Integer.class),
                rows.getLong(16),
                rows.getString(5));
    }

    static <T> List<T> list(Array array, Class<T> type) throws SQLException {
        List<T> list = new ArrayList<>();
        if (array != null) {
            for (Object item : (Object[]) array.getArray()) {
                list.add(type.cast(item));
            }
        }
        return list;
    }

    Resolved resolve(long oid, int modifier) {
        Type type = types.get(oid);
        if (type == null) {
            return new Resolved(ValueType.of(Base.UNKNOWN, "oid " + oid), false, List.of());
        }
        if (!type.kind().equals("d")) {
            return new Resolved(value(type, modifier), false, List.of());
        }
        Resolved base = resolve(type.base(), type.modifier());
        List<String> checks = new ArrayList<>(base.checks());
        checks.addAll(type.checks());
        return new Resolved(base.type(), base.notNull() || type.notNull(), checks);
    }

    private ValueType value(Type type, int modifier) {
        return switch (type.kind()) {
            case "e" -> ValueType.of(Base.ENUM, type.name()).withLabels(type.labels());
            case "c" -> composite(type);
            case "r" ->
                ValueType.of(Base.RANGE, type.name())
                        .withParts(List.of(resolve(type.subtype(), -1).type()));
            case "m" ->
                ValueType.of(Base.MULTIRANGE, type.name())
                        .withParts(resolve(type.range(), -1).type().parts());
            default ->
                isArray(type)
                        ? ValueType.of(Base.ARRAY, type.name())
                                .withParts(List.of(
                                        resolve(type.element(), modifier).type()))
                        : TypeNames.type(type.name(), modifier);
        };
    }

    private static boolean isArray(Type type) {
        return type.category().equals("A")
                && type.element() != 0
                && !type.name().endsWith("vector");
    }

    private ValueType composite(Type type) {
        List<ValueType> fields = new ArrayList<>();
        for (int i = 0; i < type.fields().size(); i++) {
            fields.add(
                    resolve(type.fields().get(i), type.fieldModifiers().get(i)).type());
        }
        return ValueType.of(Base.COMPOSITE, type.name()).withParts(fields);
    }
}
