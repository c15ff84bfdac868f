package dev.stairway.engine.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.database.redis.cluster.Slots;
import dev.stairway.engine.StepOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A call that touches keys of several slots of a cluster, which Redis refuses without saying which keys they were:
 * https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#implemented-subset
 */
final class SlotFault {

    /** As 6.2 and 7.0 put it, for a command, for a script, and for a script that asks for strictness. */
    private static final List<String> TEXTS =
            List.of("CROSSSLOT", "attempted to access a non local key", "do not hash to the same slot");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "stairway-keys:";

    /**
     * In front of a script, on its first line so that no line number changes: where a call is refused because of its slot,
     * raises an error that names the keys of the call.
     */
    private static final String TELLS_KEYS = """
            local redis=(function(real)
            local function told(...)
            local reply=real.pcall(...)
            if type(reply)=='table' and reply.err and (string.find(reply.err,'non local key',1,true)
            or string.find(reply.err,'same slot',1,true)) then
            local keys=real.pcall('COMMAND','GETKEYS',...)
            if type(keys)=='table' and not keys.err then error('stairway-keys:'..cjson.encode(keys)) end
            end
            return reply end
            return setmetatable({call=told,pcall=told},{__index=real}) end)(redis)
            """.replace('\n', ' ');

    private static final String EXAMPLE = "session:{123} and session:v2:{123}";

    private SlotFault() {}

    static boolean is(Throwable failure) {
        boolean server = failure instanceof ReplyException reply
                ? reply.kind() == ReplyException.Kind.ERROR
                : ServerError.is(failure);
        return server && TEXTS.stream().anyMatch(String.valueOf(failure.getMessage())::contains);
    }

    /** The script made to tell which keys it was refused. */
    static String telling(String script) {
        int first = script.startsWith("#!") ? script.indexOf('\n') + 1 : 0;
        return script.substring(0, first) + TELLS_KEYS + script.substring(first);
    }

    /** What {@link #telling} told; empty where it was something else. */
    static List<byte[]> told(ReplyException failure) {
        int at = failure.getMessage().indexOf(MARK);
        if (at < 0) {
            return List.of();
        }
        List<byte[]> keys = new ArrayList<>();
        try {
            // What follows the array is the server's.
            JSON.readTree(failure.getMessage().substring(at + MARK.length()))
                    .forEach(key -> keys.add(key.asText().getBytes(StandardCharsets.UTF_8)));
            return keys;
        } catch (JsonProcessingException cutOff) {
            return List.of();
        }
    }

    /**
     * In the user's terms.
     *
     * @param position file, and line where it is known
     * @param line the line itself; empty where it is not known
     * @param touched keys that the call was given or named, as far as they are known
     * @param command for people
     * @param state what is done and whether to run again
     */
    static StepOutcome outcome(
            String position, Optional<String> line, Collection<byte[]> touched, String command, String state) {
        LinkedHashSet<String> keys = new LinkedHashSet<>();
        touched.forEach(key -> keys.add(new String(key, StandardCharsets.UTF_8)));
        long slots = keys.stream().mapToInt(SlotFault::slot).distinct().count();
        List<String> lines = new ArrayList<>();
        lines.add(position + ": one call touches keys of " + (slots > 1 ? slots + " slots" : "several slots"));
        keys.stream().limit(10).forEach(key -> lines.add(Command.text(key) + " is in slot " + slot(key)));
        line.ifPresent(text -> lines.add("The line is: " + text));
        lines.add(advice(List.copyOf(keys)));
        lines.add(state);
        return StepOutcome.severalSlots(String.join("\n", lines), command);
    }

    private static int slot(String key) {
        return Slots.of(key.getBytes(StandardCharsets.UTF_8));
    }

    static String advice(List<String> keys) {
        return "On a cluster all keys of one call must be in one slot: give them a hash tag in common, for example "
                + example(keys) + ", and let the script touch only what belongs to the keys in KEYS";
    }

    /** The user's own keys with braces around what they share, where that puts them into one slot. */
    private static String example(List<String> keys) {
        if (keys.size() != 2 || String.join("", keys).matches(".*[{}].*")) {
            return EXAMPLE;
        }
        List<String> second = Arrays.asList(keys.get(1).split(":"));
        return Arrays.stream(keys.get(0).split(":"))
                .filter(word -> !word.isEmpty() && second.contains(word))
                // The last one is the most likely to tell one thing from another.
                .reduce((earlier, later) -> later)
                .map(word ->
                        Command.text(tagged(keys.get(0), word)) + " and " + Command.text(tagged(keys.get(1), word)))
                .orElse(EXAMPLE);
    }

    private static String tagged(String key, String word) {
        List<String> words = new ArrayList<>(Arrays.asList(key.split(":", -1)));
        words.set(words.lastIndexOf(word), "{" + word + "}");
        return String.join(":", words);
    }
}
