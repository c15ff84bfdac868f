package dev.stairway.lint.rules.redis;

import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether SCAN finds what a script has just made: https://redis.io/docs/latest/commands/scan/#scan-guarantees */
final class Found {

    private static final Pattern OPEN_END = Pattern.compile("([^*?\\[\\]]+)\\*");
    private static final Pattern REPLACED =
            Pattern.compile("string\\.gsub\\(KEYS\\[[^\\]]*], '\\^?([^'%]*)', '([^'%]*)'(?:, 1)?\\)");
    private static final String[] CHECKS = {
        "string.match", "string.find", "string.sub", "string.gmatch", "string.len", "string.byte"
    };

    private Found() {}

    /** True when a key gets a name that the pattern of its header finds, and no look at the name tells it apart. */
    static boolean again(Way way, RedisCall call) {
        if (!call.is("RENAME", "RENAMENX", "COPY")
                || call.arguments().size() < 2
                || !call.arguments().get(0).handedOver()) {
            return false;
        }
        Argument to = call.arguments().get(1);
        return beginning(way).filter(begin -> fits(to, begin)).isPresent()
                && !to.literal()
                && !to.usesAny("string.match", "string.find")
                && call.guards().stream().noneMatch(Found::looks);
    }

    /** What names begin with that the header's only pattern finds; empty where it asks for more than that. */
    private static Optional<String> beginning(Way way) {
        Matcher open = OPEN_END.matcher(way.header().keys().orElse(""));
        return open.matches() ? Optional.of(open.group(1)) : Optional.empty();
    }

    private static boolean fits(Argument to, String begin) {
        Matcher replaced = REPLACED.matcher(to.resolved());
        if (replaced.matches()) {
            String changed = begin.startsWith(replaced.group(1))
                    ? replaced.group(2) + begin.substring(replaced.group(1).length())
                    : begin;
            return changed.startsWith(begin);
        }
        return to.prefix().startsWith(begin)
                || Stream.of("KEYS[] ..", "KEYS[1] ..").anyMatch(to.resolved()::startsWith);
    }

    /** A look at the old name. */
    private static boolean looks(Argument guard) {
        boolean compared = guard.replies().isEmpty() && guard.usesAny("compare");
        return guard.ofKeys() && (compared || guard.usesAny(CHECKS));
    }
}
