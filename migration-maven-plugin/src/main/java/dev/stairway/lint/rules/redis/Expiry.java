package dev.stairway.lint.rules.redis;

import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.List;

/** Whether a script takes care of the moment at which a key ends. */
final class Expiry {

    private static final String[] READS = {"TTL", "PTTL", "EXPIRETIME", "PEXPIRETIME"};
    private static final String[] SETS = {"EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT", "GETEX"};
    private static final List<String> WORDS = List.of("KEEPTTL", "EX", "PX", "EXAT", "PXAT", "ABSTTL");

    private Expiry() {}

    /** True when the key that a call writes has an expiry behind it, or the script has thought of it. */
    static boolean kept(Way way, RedisCall call) {
        Argument key = call.arguments().get(0);
        return WORDS.stream().anyMatch(call::says)
                || way.sends(key, SETS)
                || call.arguments().stream().flatMap(way::sources).anyMatch(source -> source.is(READS))
                || way.asked(call).anyMatch(asked -> asked.is(READS))
                || declared(way);
    }

    /** True when the call itself gives the key an end. */
    static boolean given(Way way, RedisCall call) {
        Argument key = call.arguments().get(0);
        return WORDS.stream().anyMatch(call::says) || call.is("SETEX", "PSETEX") || way.sends(key, SETS);
    }

    private static boolean declared(Way way) {
        return way.header().mappings().stream()
                .anyMatch(mapping -> mapping.text().matches(".*\\bttl\\s+changed\\b.*"));
    }
}
