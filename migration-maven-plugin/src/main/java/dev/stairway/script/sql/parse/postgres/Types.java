package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.SimpletypenameContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.TypenameContext;
import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types by their short names. Serial types are the integers that they stand for, and their column numbers its rows; only
 * what is written tells them apart. https://www.postgresql.org/docs/current/datatype.html
 */
final class Types {

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("int8", "bigint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("bool", "boolean"),
            Map.entry("character varying", "varchar"),
            Map.entry("char varying", "varchar"),
            Map.entry("nchar varying", "varchar"),
            Map.entry("national character varying", "varchar"),
            Map.entry("national char varying", "varchar"),
            Map.entry("character", "char"),
            Map.entry("nchar", "char"),
            Map.entry("bpchar", "char"),
            Map.entry("national character", "char"),
            Map.entry("national char", "char"),
            Map.entry("bit varying", "varbit"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("time without time zone", "time"));

    private static final Map<String, String> SERIAL = Map.of(
            "serial", "integer",
            "serial4", "integer",
            "bigserial", "bigint",
            "serial8", "bigint",
            "smallserial", "smallint",
            "serial2", "smallint");

    private static final Pattern ARGUMENTS = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Set<String> CATALOG = Set.of("pg_catalog");

    private Types() {}

    static DataType of(TypenameContext type, Source source) {
        SimpletypenameContext simple = type.simpletypename();
        String name = name(simple, source);
        List<Integer> arguments = arguments(source.text(simple));
        if (name.equals("float")) {
            name = arguments.isEmpty() || arguments.get(0) > 24 ? "double precision" : "real";
        }
        boolean array = type.ARRAY() != null
                || type.opt_array_bounds() != null
                        && !type.opt_array_bounds().OPEN_BRACKET().isEmpty();
        return new DataType(SERIAL.getOrDefault(name, name), arguments, array, source.text(type));
    }

    /** True for serial types. */
    static boolean serial(TypenameContext type, Source source) {
        return SERIAL.containsKey(name(type.simpletypename(), source));
    }

    private static String name(SimpletypenameContext type, Source source) {
        if (type.generictype() == null) {
            String words = ARGUMENTS.matcher(source.text(type)).replaceAll(" ");
            return shortened(type.constinterval() != null ? "interval" : spaced(words));
        }
        Name name = Names.of(type.generictype());
        String known = SHORT.getOrDefault(name.name(), name.name());
        return name.schema().isEmpty() || CATALOG.contains(name.schema()) ? known : name.schema() + "." + name.name();
    }

    private static String shortened(String words) {
        return SHORT.getOrDefault(words, words);
    }

    private static String spaced(String words) {
        return SPACE.matcher(words.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private static List<Integer> arguments(String written) {
        List<Integer> arguments = new ArrayList<>();
        Matcher list = ARGUMENTS.matcher(written);
        if (list.find()) {
            for (String argument : list.group(1).split(",")) {
                if (NUMBER.matcher(argument.strip()).matches()) {
                    arguments.add(Integer.valueOf(argument.strip()));
                }
            }
        }
        return arguments;
    }
}
