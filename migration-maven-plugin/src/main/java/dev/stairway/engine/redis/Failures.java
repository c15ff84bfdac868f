package dev.stairway.engine.redis;

import dev.stairway.engine.StepOutcome;
import dev.stairway.script.redis.RedisScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Errors of the server in the user's terms: file and line, what it means, what is done and what can be done. */
final class Failures {

    /** As the versions write it: {@code @user_script:3:}, {@code user_script:3:}, {@code on @user_script:3.} */
    private static final Pattern LINE = Pattern.compile("@?user_(?:script|function):\\s*(\\d+)");

    private static final List<Pattern> WRAPPING = List.of(
            Pattern.compile("^ERR Error (?:running|compiling) script \\((?:call to f_\\w+|new function)\\): "),
            Pattern.compile("^ERR Error (?:compiling|registering|loading|running) functions?: "),
            Pattern.compile(",? script: \\w+, on @?user_(?:script|function):\\s*\\d+\\.?$"),
            Pattern.compile("@?user_(?:script|function):\\s*\\d+: *"));

    private Failures() {}

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
        return StepOutcome.failed(String.join("\n", lines), "");
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
        Matcher line = LINE.matcher(failure.getMessage());
        return line.find() ? script.file() + ":" + line.group(1) : script.file();
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
