package dev.stairway.database.redis;

/**
 * An error reply, as a value: in a pipeline or in a transaction the replies beside it still count.
 *
 * @param text as the server sent it, for example {@code WRONGTYPE Operation against a key holding the wrong kind of value}
 */
public record RedisError(String text) {

    /** First word, which tells the kinds of errors apart: {@code ERR}, {@code WRONGTYPE}, {@code NOAUTH}, {@code OOM}. */
    public String code() {
        int blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank);
    }
}
