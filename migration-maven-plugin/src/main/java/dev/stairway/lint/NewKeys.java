package dev.stairway.lint;

import dev.stairway.script.redis.RedisHeader;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import dev.stairway.script.redis.call.RedisCalls;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the migrations up to one of them have done to keys of Redis.
 *
 * @param names of keys that came with this very release, as they are, or what they begin with and a star: a migration begins
 *     with writing them, and its way back removes them as a whole. Nobody uses them yet
 * @param small names of collections that were filled by elements that stand in a migration, of this release or an earlier one
 * @param wrote the command that wrote a key last, by its name
 * @param ending names of keys that got an expiry
 */
public record NewKeys(Set<String> names, Set<String> small, Map<String, String> wrote, Set<String> ending) {

    /** Before the first migration. */
    static final NewKeys NONE = new NewKeys(Set.of(), Set.of(), Map.of(), Set.of());

    private static final Pattern NUMBERED = Pattern.compile("KEYS\\[(\\d{1,3})]");
    private static final int SHORTEST = 3;
    private static final Set<String> ENDS = Set.of("EX", "PX", "EXAT", "PXAT");
    private static final Set<String> FILLS = Set.of("SADD", "ZADD", "RPUSH", "LPUSH", "HSET", "HMSET", "HSETNX");

    private static final Set<String> MAKES = Set.of(
            "SET",
            "SETNX",
            "SETEX",
            "PSETEX",
            "HSET",
            "HMSET",
            "HSETNX",
            "SADD",
            "ZADD",
            "RPUSH",
            "LPUSH",
            "XADD",
            "JSON.SET");

    public NewKeys {
        names = Set.copyOf(names);
        small = Set.copyOf(small);
        wrote = Map.copyOf(wrote);
        ending = Set.copyOf(ending);
    }

    /** A release is over. */
    NewKeys released() {
        return new NewKeys(Set.of(), small, wrote, ending);
    }

    /** With what one more script writes. */
    NewKeys writtenBy(RedisCalls up) {
        Set<String> filled = new HashSet<>(small);
        Map<String, String> last = new HashMap<>(wrote);
        Set<String> ends = new HashSet<>(ending);
        for (RedisCall call : up.calls()) {
            String name = call.argument(0);
            if (!name.isEmpty()) {
                if (FILLS.contains(call.command()) && call.arguments().stream().allMatch(Argument::literal)) {
                    filled.add(name);
                }
                if (MAKES.contains(call.command())) {
                    last.put(name, call.command());
                }
                if (call.is("EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT", "SETEX", "PSETEX")
                        || call.is("SET") && ENDS.stream().anyMatch(call::says)) {
                    ends.add(name);
                }
            }
        }
        return new NewKeys(names, filled, last, ends);
    }

    /** True for such a key. @param name as it is, or what it begins with and a star */
    public boolean has(String name) {
        return names.contains(name) || names.stream().anyMatch(known -> covers(known, name));
    }

    private static boolean covers(String known, String name) {
        return known.endsWith("*") && name.startsWith(known.substring(0, known.length() - 1));
    }

    /** With those of one more migration. */
    NewKeys and(RedisHeader header, RedisCalls up, RedisHeader backHeader, RedisCalls back) {
        Set<String> removed = new HashSet<>();
        back.calls().stream()
                .filter(call -> call.is("DEL", "UNLINK"))
                .flatMap(call -> call.arguments().stream())
                .flatMap(key -> names(key, backHeader))
                .forEach(removed::add);
        List<String> families =
                removed.stream().filter(name -> name.endsWith("*")).toList();
        Set<String> all = new HashSet<>(names);
        Set<String> met = new HashSet<>();
        for (RedisCall call : up.calls()) {
            if (!call.is("EXISTS", "TYPE") && !call.arguments().isEmpty()) {
                made(call, header)
                        .filter(name -> met.add(name) && MAKES.contains(call.command()))
                        .filter(name -> isGone(name, removed, families))
                        .forEach(all::add);
                call.arguments().stream().skip(1).filter(Argument::literal).forEach(other -> met.add(other.text()));
            }
        }
        return new NewKeys(all, small, wrote, ending);
    }

    private static boolean isGone(String name, Set<String> removed, List<String> families) {
        return removed.contains(name)
                || families.stream().anyMatch(gone -> covers(gone, name))
                || name.endsWith("*") && removed.stream().anyMatch(gone -> covers(name, gone));
    }

    /** What SCAN finds was there before. */
    private static Stream<String> made(RedisCall call, RedisHeader header) {
        Argument key = call.arguments().get(0);
        return key.handedOver() ? names(key, header).filter(name -> !name.endsWith("*")) : names(key, header);
    }

    private static Stream<String> names(Argument key, RedisHeader header) {
        if (key.literal()) {
            return Stream.of(key.text());
        }
        if (key.handedOver()) {
            return declared(key, header).map(NewKeys::beginning);
        }
        return key.prefix().length() < SHORTEST ? Stream.of() : Stream.of(key.prefix() + "*");
    }

    /** Names that a header declares for a key that is handed over: one of them where its number says so. */
    public static Stream<String> declared(Argument key, RedisHeader header) {
        List<String> all = Stream.of(header.keys().orElse("").split("\\s+"))
                .filter(name -> !name.isEmpty())
                .toList();
        Matcher numbered = NUMBERED.matcher(key.resolved());
        if (numbered.matches() && all.stream().noneMatch(NewKeys::isPattern)) {
            int at = Integer.parseInt(numbered.group(1)) - 1;
            return at >= 0 && at < all.size() ? Stream.of(all.get(at)) : Stream.of();
        }
        return all.stream();
    }

    private static boolean isPattern(String name) {
        return name.matches(".*[*?\\[].*");
    }

    private static String beginning(String pattern) {
        return isPattern(pattern) ? pattern.replaceFirst("[*?\\[].*", "*") : pattern;
    }
}
