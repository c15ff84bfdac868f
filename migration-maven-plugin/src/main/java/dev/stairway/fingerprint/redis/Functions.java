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
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Libraries of functions with their code: https://redis.io/docs/latest/commands/function-list/ */
final class Functions {

    static final String KIND = "function library";

    private Functions() {}

    /** By key of the group; a server has one set of libraries for all its logical databases. */
    static Map<String, SchemaGroup> read(Nodes nodes, Traits traits) {
        if (!traits.functions()) {
            return new HashMap<>();
        }
        List<Map<String, SchemaGroup>> servers =
                nodes.all().stream().map(Functions::of).toList();
        Map<String, SchemaGroup> all = new HashMap<>();
        servers.forEach(all::putAll);
        all.replaceAll((key, library) -> together(key, servers));
        return all;
    }

    private static Map<String, SchemaGroup> of(RedisConnection connection) {
        Map<String, SchemaGroup> groups = new HashMap<>();
        for (Object library : (List<?>) connection.call("FUNCTION", "LIST", "WITHCODE")) {
            SchemaGroup group = library((List<?>) library);
            groups.put(group.key(), group);
        }
        return groups;
    }

    /** What every server of a cluster has alike is one library; else it says on which servers it is. */
    private static SchemaGroup together(String key, List<Map<String, SchemaGroup>> servers) {
        List<SchemaGroup> there = servers.stream()
                .map(each -> each.get(key))
                .filter(Objects::nonNull)
                .toList();
        long texts = there.stream().map(SchemaGroup::digest).distinct().count();
        SchemaGroup first = there.get(0);
        if (texts == 1 && there.size() == servers.size()) {
            return first;
        }
        SchemaObject owner = first.objects().get(0);
        TreeMap<String, String> attributes = new TreeMap<>(owner.attributes());
        attributes.put("servers", there.size() + " of " + servers.size() + " have it, in " + texts + " version(s)");
        there.forEach(library -> attributes.merge(
                "code",
                library.objects().get(0).attributes().get("code"),
                (one, two) -> one.contains(two) ? one : one + "; " + two));
        List<SchemaObject> functions =
                first.objects().subList(1, first.objects().size());
        return Groups.of(new SchemaObject(owner.kind(), owner.name(), attributes), functions);
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
