package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisErrorException;
import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.Hashing;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.SchemaObject;
import dev.stairway.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Users with their rights, and settings, which belong to the server and not to one of its databases:
 * https://redis.io/docs/latest/commands/acl-list/ and https://redis.io/docs/latest/commands/config-get/
 */
final class ServerState {

    private static final String USER = "user";
    private static final String SETTING = "setting";

    /** Kinds of the objects that stand for it. */
    static final Set<String> KINDS = Set.of(USER, SETTING);

    /** Where a server lives, and its secrets. */
    private static final Pattern OF_THIS_SERVER = Pattern.compile(
            "dir|bind.*|(.*-)?port|.*pass|.*auth|.*file|.*filename|.*dirname|.*announce.*|unixsocket.*|slaveof|replicaof"
                    + "|masteruser|.*cpulist|proc-title-template|syslog-.*");

    private ServerState() {}

    /** By key of the group. */
    static Map<String, SchemaGroup> read(RedisConnection connection) {
        Map<String, SchemaGroup> groups = new HashMap<>();
        try {
            String self = StreamReading.text(connection.call("ACL", "WHOAMI"));
            for (Object line : (List<?>) connection.call("ACL", "LIST")) {
                put(groups, user(StreamReading.text(line), self));
            }
            List<?> settings = (List<?>) connection.call("CONFIG", "GET", "*");
            for (int i = 0; i + 1 < settings.size(); i += 2) {
                String name = StreamReading.text(settings.get(i));
                if (!OF_THIS_SERVER.matcher(name).matches()) {
                    String value = StreamReading.text(settings.get(i + 1));
                    put(groups, new SchemaObject(SETTING, name, new TreeMap<>(Map.of("value", value))));
                }
            }
        } catch (RedisErrorException refused) {
            throw ProblemException.setup(
                    "Redis refuses to tell its users and settings",
                    connection.endpoint().toString(),
                    refused.getMessage(),
                    "Give the user the right to run ACL and CONFIG (ACL SETUSER ... +acl +config), or leave out"
                            + " <serverState>",
                    refused);
        }
        return groups;
    }

    private static void put(Map<String, SchemaGroup> groups, SchemaObject object) {
        SchemaGroup group = Groups.of(object, List.of());
        groups.put(group.key(), group);
    }

    /** The own password is made anew for each run, so it is left out. */
    private static SchemaObject user(String line, String self) {
        String[] words = line.split(" ");
        String name = words[1];
        StringBuilder rules = new StringBuilder();
        TreeSet<String> passwords = new TreeSet<>();
        for (int i = 2; i < words.length; i++) {
            if (words[i].startsWith("#")) {
                passwords.add(words[i]);
            } else {
                rules.append(rules.isEmpty() ? "" : " ").append(words[i]);
            }
        }
        TreeMap<String, String> attributes = new TreeMap<>(Map.of("rules", rules.toString()));
        if (!passwords.isEmpty() && !name.equals(self)) {
            String digest = Hashing.of(String.join(" ", passwords)).hex();
            attributes.put("passwords", passwords.size() + " with digest " + digest);
        }
        return new SchemaObject(USER, name, attributes);
    }
}
