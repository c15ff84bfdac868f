package dev.stairway.script.redis;

/**
 * One half of a migration.
 *
 * @param name what its file name says
 * @param file as messages name it: the changelog's location and the name
 * @param text as written; line ends are {@code \n}
 * @param header what it declares
 */
public record RedisScript(RedisFileName name, String file, String text, RedisHeader header) {

    /** Reads the header of a text. */
    public static RedisScript of(RedisFileName name, String file, String text) {
        // A mark of the byte order is one at the very start only; elsewhere it is a character of a key or value.
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String unix = unmarked.replace("\r\n", "\n").replace('\r', '\n');
        return new RedisScript(name, file, unix, HeaderReader.read(file, unix));
    }

    /** True when it holds nothing but comments. */
    public boolean empty() {
        return text.lines().map(String::strip).allMatch(line -> line.isEmpty() || isComment(line));
    }

    /** Something may follow a comment in brackets on its last line, so it does not count as one here. */
    private boolean isComment(String line) {
        return name.kind() == RedisFileName.Kind.LUA
                ? line.startsWith("--") && !line.matches("--\\[=*\\[.*")
                : line.startsWith("#");
    }

    /** True for a library of functions, which is loaded instead of called. */
    public boolean library() {
        return name.kind() == RedisFileName.Kind.LUA
                && text.startsWith("#!lua ")
                && shebang().contains(" name=");
    }

    private String shebang() {
        return text.lines().findFirst().orElse("");
    }
}
