package dev.stairway.script.redis;

import dev.stairway.problem.ProblemException;
import dev.stairway.script.redis.RedisHeader.Declared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the declarations in the comment lines at the top of a file: {@code -- stairway: keys session:user:*}. */
public final class HeaderReader {

    private static final Pattern DECLARATION =
            Pattern.compile("(?:--|#)\\s*stairway\\s*:\\s*(\\S+)\\s*(.*?)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|min)");
    private static final String WORDS =
            "keys <pattern>, batch <number>, per key, map <key> -> <key>, block <5ms>, timeout <30s>, after <version>";

    private final String file;
    private Optional<String> keys = Optional.empty();
    private int batch = RedisHeader.DEFAULT_BATCH;
    private Optional<Duration> maxBlock = Optional.empty();
    private Optional<Duration> timeout = Optional.empty();
    private Optional<RedisVersion> after = Optional.empty();
    private final List<Declared> mappings = new ArrayList<>();

    private HeaderReader(String file) {
        this.file = file;
    }

    /**
     * Reads the header; it ends at the first line that is neither empty nor a comment.
     *
     * @param file name for messages
     * @throws ProblemException naming file and line of a declaration that is not understood
     */
    public static RedisHeader read(String file, String text) {
        HeaderReader reader = new HeaderReader(file);
        int line = 0;
        for (String raw : text.split("\r\n|\r|\n", -1)) {
            line++;
            String content = raw.strip();
            if (!content.isEmpty() && !comment(content)) {
                break;
            }
            reader.declared(line, content);
        }
        return reader.header();
    }

    private RedisHeader header() {
        return new RedisHeader(keys, batch, maxBlock, timeout, after, mappings);
    }

    /** A first line such as {@code #!lua flags=no-writes} is a comment here as well. */
    private static boolean comment(String content) {
        return content.startsWith("--") || content.startsWith("#");
    }

    private void declared(int line, String content) {
        Matcher declaration = DECLARATION.matcher(content);
        if (!declaration.matches()) {
            return;
        }
        String value = declaration.group(2);
        try {
            switch (declaration.group(1).toLowerCase(java.util.Locale.ROOT)) {
                case "keys" -> keys = Optional.of(present(value));
                case "batch" -> batch = positive(value);
                case "per" -> batch = perKey(value);
                case "map" -> mappings.add(new Declared(line, present(value)));
                case "block" -> maxBlock = Optional.of(duration(value));
                case "timeout" -> timeout = Optional.of(duration(value));
                case "after" -> after = Optional.of(version(value));
                default -> throw new IllegalArgumentException("there is no '" + declaration.group(1) + "'");
            }
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.migrations(
                    "A declaration is not understood: " + wrong.getMessage(),
                    file + ":" + line,
                    content,
                    "Write one of: " + WORDS + ".",
                    wrong);
        }
    }

    private static String present(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("its value is missing");
        }
        return value;
    }

    private static int perKey(String value) {
        if (!value.equals("key")) {
            throw new IllegalArgumentException("only 'per key' exists");
        }
        return 1;
    }

    private static int positive(String value) {
        if (!value.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("'" + value + "' is not a number from 1 to 999999");
        }
        return Integer.parseInt(value);
    }

    private static RedisVersion version(String value) {
        if (!value.matches("[Vv]?\\d+([._]\\d+)*")) {
            throw new IllegalArgumentException("'" + value + "' is not a version");
        }
        return RedisVersion.of(value.replaceFirst("^[Vv]", ""));
    }

    private static Duration duration(String value) {
        Matcher duration = DURATION.matcher(value);
        if (!duration.matches()) {
            throw new IllegalArgumentException("'" + value + "' is not a time such as 5ms, 30s or 2min");
        }
        long amount = Long.parseLong(duration.group(1));
        return switch (duration.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }
}
