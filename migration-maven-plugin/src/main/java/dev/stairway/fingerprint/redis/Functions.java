package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.Hashing;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Libraries of functions with their code: https://redis.io/docs/latest/commands/function-list/ */
final class Functions {

    static final String KIND = "function library";

    private Functions() {}

    /** By key of the group; the server has one set of libraries for all its logical databases. */
    static Map<String, SchemaGroup> read(RedisConnection connection, Traits traits) {
        Map<String, SchemaGroup> groups = new HashMap<>();
        if (traits.functions()) {
            for (Object library : (List<?>) connection.call("FUNCTION", "LIST", "WITHCODE")) {
                SchemaGroup group = library((List<?>) library);
                groups.put(group.key(), group);
            }
        }
        return groups;
    }

    private static SchemaGroup library(List<?> library) {
        String name = text(library, "library_name");
        String code = text(library, "library_code");
        List<SchemaObject> functions = new ArrayList<>();
        for (Object each : (List<?>) StreamReading.field(library, "functions")) {
            functions.add(function(name, (List<?>) each));
        }
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("engine", text(library, "engine"));
        attributes.put(
                "code",
                code.lines().count() + " lines with digest " + Hashing.of(code).hex());
        return Groups.of(new SchemaObject(KIND, name, attributes), functions);
    }

    private static SchemaObject function(String library, List<?> function) {
        TreeMap<String, String> attributes = new TreeMap<>();
        String flags = ((List<?>) StreamReading.field(function, "flags"))
                .stream().map(StreamReading::text).collect(Collectors.toCollection(TreeSet::new)).stream()
                        .collect(Collectors.joining(", "));
        if (!flags.isEmpty()) {
            attributes.put("flags", flags);
        }
        Object description = StreamReading.field(function, "description");
        if (description != null) {
            attributes.put("description", StreamReading.text(description));
        }
        return new SchemaObject("function", text(function, "name") + " of " + library, attributes);
    }

    private static String text(List<?> map, String name) {
        return StreamReading.text(StreamReading.field(map, name));
    }
}
