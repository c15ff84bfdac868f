package dev.stairway.data.postgres;

import dev.stairway.data.value.Base;
import dev.stairway.data.value.ValueType;
import java.util.List;
import java.util.Map;

/** PostgreSQL's scalar types by their names in pg_type. */
final class TypeNames {

    /** Header that is added to a length in atttypmod; see varchar.c and numeric.c. */
    private static final int HEADER = 4;

    private static final int NAME_LENGTH = 63;

    private static final Map<String, Base> BASES = Map.ofEntries(
            Map.entry("int2", Base.INT16),
            Map.entry("int4", Base.INT32),
            Map.entry("int8", Base.INT64),
            Map.entry("oid", Base.UNSIGNED32),
            Map.entry("xid", Base.UNSIGNED32),
            Map.entry("cid", Base.UNSIGNED32),
            Map.entry("xid8", Base.UNSIGNED32),
            Map.entry("numeric", Base.DECIMAL),
            Map.entry("money", Base.MONEY),
            Map.entry("float4", Base.FLOAT32),
            Map.entry("float8", Base.FLOAT64),
            Map.entry("bool", Base.BOOLEAN),
            Map.entry("text", Base.TEXT),
            Map.entry("varchar", Base.TEXT),
            Map.entry("bpchar", Base.TEXT),
            Map.entry("citext", Base.TEXT),
            Map.entry("refcursor", Base.TEXT),
            Map.entry("name", Base.NAME),
            Map.entry("char", Base.SINGLE_BYTE_CHAR),
            Map.entry("bytea", Base.BYTES),
            Map.entry("uuid", Base.UUID),
            Map.entry("date", Base.DATE),
            Map.entry("time", Base.TIME),
            Map.entry("timetz", Base.TIME_ZONED),
            Map.entry("timestamp", Base.TIMESTAMP),
            Map.entry("timestamptz", Base.TIMESTAMP_ZONED),
            Map.entry("interval", Base.INTERVAL),
            Map.entry("json", Base.JSON),
            Map.entry("jsonb", Base.JSON),
            Map.entry("xml", Base.XML),
            Map.entry("bit", Base.BIT),
            Map.entry("varbit", Base.VARBIT),
            Map.entry("inet", Base.INET),
            Map.entry("cidr", Base.CIDR),
            Map.entry("macaddr", Base.MACADDR),
            Map.entry("macaddr8", Base.MACADDR8),
            Map.entry("point", Base.POINT),
            Map.entry("line", Base.LINE),
            Map.entry("lseg", Base.LSEG),
            Map.entry("box", Base.BOX),
            Map.entry("path", Base.PATH),
            Map.entry("polygon", Base.POLYGON),
            Map.entry("circle", Base.CIRCLE),
            Map.entry("tsvector", Base.TSVECTOR),
            Map.entry("tsquery", Base.TSQUERY),
            Map.entry("hstore", Base.HSTORE),
            Map.entry("ltree", Base.LTREE));

    private static final Map<String, List<String>> SAMPLES = Map.ofEntries(
            Map.entry("tid", List.of("(0,1)", "(42,7)", "(4294967295,65535)")),
            Map.entry("pg_lsn", List.of("0/0", "16/B374D848", "FFFFFFFF/FFFFFFFF")),
            Map.entry("pg_snapshot", List.of("10:20:10,14,15", "1:1:")),
            Map.entry("txid_snapshot", List.of("10:20:10,14,15", "1:1:")),
            Map.entry("jsonpath", List.of("$.\"a\"", "$.\"a\"[*]?(@ > 1)")),
            Map.entry("regclass", List.of("pg_catalog.pg_class", "pg_catalog.pg_type")),
            Map.entry("regtype", List.of("pg_catalog.int4", "pg_catalog.text")),
            Map.entry("regproc", List.of("pg_catalog.now", "pg_catalog.pi")),
            Map.entry("regprocedure", List.of("pg_catalog.now()", "pg_catalog.pi()")),
            Map.entry("regnamespace", List.of("pg_catalog")),
            Map.entry("regconfig", List.of("pg_catalog.simple", "pg_catalog.english")),
            Map.entry("regdictionary", List.of("pg_catalog.simple")),
            Map.entry("regcollation", List.of("pg_catalog.\"C\"")),
            Map.entry("int2vector", List.of("1 2 3", "0")),
            Map.entry("oidvector", List.of("1 2 3", "0")),
            Map.entry("lquery", List.of("*.alpha.*", "bravo|charlie")),
            Map.entry("ltxtquery", List.of("alpha & bravo")),
            Map.entry("cube", List.of("(1, 2)", "(0, 0),(1, 1)")),
            Map.entry("seg", List.of("1 .. 2")),
            Map.entry("isbn13", List.of("978-0-393-04002-9")));

    private TypeNames() {}

    static ValueType type(String name, int modifier) {
        List<String> samples = SAMPLES.get(name);
        if (samples != null) {
            return ValueType.of(Base.SAMPLE, name).withLabels(samples);
        }
        ValueType type = ValueType.of(BASES.getOrDefault(name, Base.UNKNOWN), name);
        return switch (name) {
            case "varchar", "bpchar" -> modifier < 0 ? type : type.withLength(modifier - HEADER);
            case "bit", "varbit" -> modifier < 0 ? type : type.withLength(modifier);
            case "numeric" -> modifier < 0 ? type : digits(type, modifier - HEADER);
            case "name" -> type.withLength(NAME_LENGTH / 4);
            case "float4", "float8", "date", "timestamp", "timestamptz" -> type.withSpecials();
            default -> type;
        };
    }

    private static ValueType digits(ValueType type, int modifier) {
        // The scale is a signed 11-bit number since PostgreSQL 15.
        int scale = ((modifier & 0x7FF) ^ 1024) - 1024;
        return type.withDigits(modifier >> 16 & 0xFFFF, scale);
    }
}
