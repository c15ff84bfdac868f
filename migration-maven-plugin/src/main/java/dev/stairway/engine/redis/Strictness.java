package dev.stairway.engine.redis;

/**
 * Lets a server refuse what it would only put up with by chance: a script that touches another slot passes as long as that
 * slot happens to be on the same server. Since 7.0 a script that begins with {@code #!lua} is refused wherever the slot is:
 * https://redis.io/docs/latest/develop/programmability/lua-api/#script_flags
 */
final class Strictness {

    private static final String STRICT = "#!lua";
    private static final int SINCE = 7;

    private Strictness() {}

    /** The script as it is sent; line by line the same, so a first line of code keeps it as it is. */
    static String of(String script, Topology topology) {
        String first = script.lines().findFirst().orElse("");
        boolean comment = first.startsWith("--") && !first.startsWith("--[");
        return comment && topology.cluster() && major(topology.nodes().get(0)) >= SINCE
                ? STRICT + script.substring(first.length())
                : script;
    }

    /** Products that speak this protocol tell the version of Redis that they can do as much as. */
    private static int major(Node node) {
        String version = Info.field(node.wire(), "server", "redis_version");
        return version.matches("\\d+\\..*") ? Integer.parseInt(version.substring(0, version.indexOf('.'))) : 0;
    }
}
