package dev.stairway.engine.redis;

/** The server answered with an error, or did not answer. */
final class ReplyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What came instead of a reply. */
    enum Kind {
        /** An error of the server. */
        ERROR,
        /** The connection was lost: whether the command ran is unknown. */
        LOST,
        /** No answer in time: the command may still be running. */
        TIMEOUT
    }

    private final Kind kind;
    private final String command;

    /**
     * @param text the server's error, or how the connection failed; never holds a value
     * @param command for people, without values
     */
    ReplyException(Kind kind, String text, String command, Throwable cause) {
        super(text, cause);
        this.kind = kind;
        this.command = command;
    }

    Kind kind() {
        return kind;
    }

    /** The command without values. */
    String command() {
        return command;
    }

    /** First word of the server's error: {@code WRONGTYPE}. */
    String code() {
        String text = getMessage();
        int blank = text.indexOf(' ');
        return kind != Kind.ERROR ? kind.name() : blank < 0 ? text : text.substring(0, blank);
    }
}
