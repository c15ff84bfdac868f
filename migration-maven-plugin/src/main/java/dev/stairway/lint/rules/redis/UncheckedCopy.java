package dev.stairway.lint.rules.redis;

import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key that is removed after COPY without REPLACE, whatever COPY answered: 0 where the new name was taken, and then nothing
 * was copied. See https://redis.io/docs/latest/commands/copy/.
 */
final class UncheckedCopy {

    private UncheckedCopy() {}

    /** The COPY whose only original a call removes; of Lua alone, for plain commands cannot look at an answer. */
    static Optional<RedisCall> before(Way way, RedisCall call) {
        if (!way.lua() || !call.is("DEL", "UNLINK")) {
            return Optional.empty();
        }
        List<RedisCall> copies = call.arguments().stream()
                .flatMap(key -> way.with(key).stream())
                .filter(copy -> copy.is("COPY")
                        && !copy.says("REPLACE")
                        && copy.arguments().size() > 1)
                .filter(copy -> way.place(copy) < way.place(call)
                        && removes(call, copy.arguments().get(0)))
                .toList();
        boolean checked = copies.stream().anyMatch(copy -> isChecked(way, call, copy));
        return checked ? Optional.empty() : copies.stream().findFirst();
    }

    private static boolean removes(RedisCall call, Argument original) {
        return call.arguments().stream().anyMatch(key -> Way.same(key, original));
    }

    private static boolean isChecked(Way way, RedisCall call, RedisCall copy) {
        Argument target = copy.arguments().get(1);
        boolean answer = way.asked(call).anyMatch(asked -> asked == copy);
        boolean free = way.asksFirst(copy, target) || way.isNew(target);
        boolean looked = way.asked(call)
                .filter(asked -> !asked.is("EXISTS"))
                .anyMatch(asked -> Keys.of(asked).stream().anyMatch(key -> Way.same(key, target)));
        return answer || free || looked || !copy.result().isEmpty() && isAsked(way, copy.result());
    }

    /** True when the script decides anything by the variable, as by leaving early. */
    private static boolean isAsked(Way way, String variable) {
        return Pattern.compile("\\b(?:if|while|until|assert|not|and|or)\\b[^\\n]*\\b" + Pattern.quote(variable) + "\\b")
                .matcher(way.source().sql())
                .find();
    }
}
