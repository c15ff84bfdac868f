package dev.stairway.script.sql.parse;

import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Type_nameContext;
import dev.stairway.script.sql.tree.DataType;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Types of SQLite, which takes any words for one, by their usual short names. */
final class SqliteTypes {

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("mediumint", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("big int", "bigint"),
            Map.entry("unsigned big int", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("character", "char"),
            Map.entry("nchar", "char"),
            Map.entry("native character", "char"),
            Map.entry("character varying", "varchar"),
            Map.entry("varying character", "varchar"),
            Map.entry("nvarchar", "varchar"),
            Map.entry("varchar2", "varchar"),
            Map.entry("clob", "text"),
            Map.entry("decimal", "numeric"),
            Map.entry("bool", "boolean"),
            Map.entry("double", "double precision"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("timestamp without time zone", "timestamp"));

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,9}");

    private SqliteTypes() {}

    /** Null of null: a column needs no type. */
    static DataType of(Type_nameContext type, SqliteText text) {
        if (type == null) {
            return null;
        }
        String words = type.any_name_excluding_joins().stream()
                .map(word -> SqliteText.lower(SqliteText.bare(word.getText())))
                .collect(Collectors.joining(" "));
        List<Integer> arguments = type.signed_number().stream()
                .map(number -> number.getText())
                .filter(number -> WHOLE.matcher(number).matches())
                .map(Integer::valueOf)
                .toList();
        return new DataType(USUAL.getOrDefault(words, words), arguments, false, text.of(type));
    }
}
