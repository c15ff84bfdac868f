package dev.stairway.engine.redis;

import dev.stairway.engine.StepOutcome;
import dev.stairway.script.redis.RedisScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Errors of the server in the user's terms: file and line, what it means, what is done and what can be done. */
final class Failures {

    /** As the versions write it: {@code @user_script:3:}, {@code user_script:3:}, {@code on @user_script:3.} */
    private static final Pattern LINE = Pattern.compile("@?user_(?:script|function):\\s*(\\d+)");

    private static final Pattern DECLARED = Pattern.compile("^--\\s*stairway:\\s*keys\\b");

    private static final List<Pattern> WRAPPING = List.of(
            Pattern.compile("^ERR Error (?:running|compiling) script \\((?:call to f_\\w+|new function)\\): "),
            Pattern.compile("^ERR Error (?:compiling|registering|loading|running) functions?: "),
            Pattern.compile(",? script: \\w+, on @?user_(?:script|function):\\s*\\d+\\.?$"),
            Pattern.compile("@?user_(?:script|function):\\s*\\d+: *"));

    private Failures() {}

    /**
     * A failed call of a script.
     *
     * @param touched keys of the call as far as they are known, of which only a fault of slots tells
     * @param state what is done and whether to run again
     */
    static StepOutcome of(ReplyException failure, RedisScript script, List<byte[]> touched, String state) {
        return SlotFault.is(failure)
                ? SlotFault.outcome(position(failure, script), line(failure, script), touched, failure.command(), state)
                : of(failure, script, state);
    }

    /** @param state what is done and whether to run again */
    static StepOutcome of(ReplyException failure, RedisScript script, String state) {
        List<String> lines = new ArrayList<>();
        lines.add(position(failure, script) + ": " + kind(failure) + clean(failure.getMessage()));
        Advice.of(clean(failure.getMessage()))
                .or(() -> Advice.of(failure.getMessage()))
                .ifPresent(lines::add);
        lines.add(state);
        return StepOutcome.failed(String.join("\n", lines), failure.command());
    }

    /** A failure of a step written in Java. */
    static StepOutcome of(Throwable failure, String type, String state) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getClass().getName().startsWith("java.util.concurrent.")) {
            cause = cause.getCause();
        }
        String message = cause instanceof ReplyException || ServerError.is(cause)
                ? ServerError.text(cause)
                : cause.getClass().getName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        List<String> lines = new ArrayList<>();
        lines.add(at(cause, type) + ": " + clean(message));
        Advice.of(clean(message)).ifPresent(lines::add);
        lines.add(state);
        String reason = String.join("\n", lines);
        return SlotFault.is(cause) ? StepOutcome.severalSlots(reason, "") : StepOutcome.failed(reason, "");
    }

    private static String at(Throwable failure, String type) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().equals(type) || frame.getClassName().startsWith(type + "$")) {
                return type + ":" + frame.getLineNumber();
            }
        }
        return type;
    }

    private static String position(ReplyException failure, RedisScript script) {
        int line = number(failure, script);
        return line > 0 ? script.file() + ":" + line : script.file();
    }

    /** Where keys of several slots are declared there is no line that failed, but one that says so; 0 where unknown. */
    private static int number(ReplyException failure, RedisScript script) {
        Matcher line = LINE.matcher(failure.getMessage());
        if (line.find()) {
            return Integer.parseInt(line.group(1));
        }
        List<String> lines = script.text().lines().toList();
        return SlotFault.is(failure)
                ? IntStream.range(0, lines.size())
                                .filter(at -> DECLARED.matcher(lines.get(at)).find())
                                .findFirst()
                                .orElse(-1)
                        + 1
                : 0;
    }

    private static Optional<String> line(ReplyException failure, RedisScript script) {
        int line = number(failure, script);
        return line > 0 ? script.text().lines().skip(line - 1L).findFirst().map(String::strip) : Optional.empty();
    }

    private static String kind(ReplyException failure) {
        String text = failure.getMessage();
        return text.contains("Error compiling") ? "Lua syntax error: " : "";
    }

    /** Without the wrapping, which differs from version to version. */
    static String clean(String text) {
        String clean = text;
        for (Pattern pattern : WRAPPING) {
            clean = pattern.matcher(clean).replaceAll("");
        }
        // Redis 6.2 lets the minus sign of its protocol slip into the errors of commands inside scripts.
        return clean.replaceFirst("^-(?=[A-Z]+ )", "").replaceFirst("^ERR ", "").strip();
    }

    /** True when the script itself is to blame for what happened inside it, and not the state of the server. */
    static boolean ofTheScript(ReplyException failure) {
        return failure.kind() == ReplyException.Kind.ERROR
                && LINE.matcher(failure.getMessage()).find()
                && !clean(failure.getMessage())
                        .matches("(?s)(OOM|READONLY|MISCONF|NOREPLICAS|MASTERDOWN|LOADING)\\b.*");
    }
}
