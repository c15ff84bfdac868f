package dev.stairway.operate.health;

/**
 * One thing that was looked at.
 *
 * @param name what, in lower case: {@code prepared transactions}
 * @param seen for people
 * @param next what to do; empty where nothing has to be done
 */
public record Check(String name, Verdict verdict, String seen, String next) {

    /** What it means for an upgrade. */
    public enum Verdict {
        OK,
        /** Worth knowing, and no reason to wait. */
        WARNING,
        /** An upgrade should not begin. */
        FAILED,
        /** It could not be looked at; the reason is what was seen. */
        SKIPPED
    }

    static Check ok(String name, String seen) {
        return new Check(name, Verdict.OK, seen, "");
    }

    static Check warning(String name, String seen, String next) {
        return new Check(name, Verdict.WARNING, seen, next);
    }

    static Check failed(String name, String seen, String next) {
        return new Check(name, Verdict.FAILED, seen, next);
    }

    static Check skipped(String name, String reason) {
        return new Check(name, Verdict.SKIPPED, reason, "");
    }

    /** Fails where anything was found. */
    static Check none(String name, java.util.List<String> found, String next) {
        return found.isEmpty() ? ok(name, "none") : failed(name, String.join("; ", found), next);
    }
}
