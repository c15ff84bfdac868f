package dev.stairway.database.redis;

/** The server answered a command with an error. */
public final class RedisErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final String command;

    RedisErrorException(RedisError error, String command) {
        super(error.text() + " (" + command + ")");
        this.text = error.text();
        this.command = command;
    }

    public RedisError error() {
        return new RedisError(text);
    }

    /** The command without its values, for example {@code HSET session:user:123}. */
    public String command() {
        return command;
    }
}
