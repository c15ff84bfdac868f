package dev.stairway.script.redis;

import dev.stairway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A file of commands that only read: one per line, quoted as in redis-cli; {@code #} starts a comment line. A line that begins
 * with {@code else} is asked only when the one before it found nothing.
 */
public final class RedisReadFile {

    /** Those whose answer is the same as long as nobody writes. */
    private static final Set<String> READS = Set.of(("GET MGET STRLEN GETRANGE SUBSTR GETBIT BITCOUNT"
                    + " BITPOS BITFIELD_RO LCS EXISTS TYPE TTL PTTL EXPIRETIME PEXPIRETIME SORT_RO HGET HMGET HGETALL HKEYS"
                    + " HVALS HLEN HEXISTS HSTRLEN LRANGE LINDEX LLEN LPOS SMEMBERS SISMEMBER SMISMEMBER SCARD SINTER SUNION"
                    + " SDIFF SINTERCARD ZRANGE ZREVRANGE ZRANGEBYSCORE ZREVRANGEBYSCORE ZRANGEBYLEX ZREVRANGEBYLEX ZSCORE"
                    + " ZMSCORE ZRANK ZREVRANK ZCARD ZCOUNT ZLEXCOUNT ZDIFF ZINTER ZUNION ZINTERCARD XRANGE XREVRANGE XLEN"
                    + " GEOPOS GEODIST GEOHASH GEOSEARCH GEORADIUS_RO GEORADIUSBYMEMBER_RO PFCOUNT EVAL_RO EVALSHA_RO"
                    + " FCALL_RO")
            .split(" "));

    private static final String ELSE = "else";

    private RedisReadFile() {}

    /**
     * Commands that stand for one another.
     *
     * @param line of the first one, 1-based
     * @param alternatives at least one
     */
    public record Read(int line, List<List<byte[]>> alternatives) {
        public Read {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * Reads the commands in order.
     *
     * @param file name for messages
     * @throws ProblemException naming file and line
     */
    public static List<Read> parse(String file, String text) {
        List<Read> reads = new ArrayList<>();
        int line = 0;
        for (String raw : text.split("\\R", -1)) {
            line++;
            String content = raw.strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                add(reads, file, line, words(file + ":" + line, content));
            }
        }
        return reads;
    }

    private static void add(List<Read> reads, String file, int line, List<byte[]> words) {
        boolean alternative = text(words.get(0)).equals(ELSE);
        String where = file + ":" + line;
        if (!alternative) {
            reads.add(new Read(line, List.of(command(where, words))));
            return;
        }
        if (reads.isEmpty() || words.size() == 1) {
            throw wrong("'else' stands for nothing here", where, "Write it before the command that is asked second.");
        }
        Read first = reads.remove(reads.size() - 1);
        List<List<byte[]>> more = new ArrayList<>(first.alternatives());
        more.add(command(where, words.subList(1, words.size())));
        reads.add(new Read(first.line(), more));
    }

    private static List<byte[]> words(String where, String content) {
        try {
            return Quoting.split(content, Integer.MAX_VALUE);
        } catch (IllegalArgumentException broken) {
            throw ProblemException.migrations(
                    "A command cannot be read: " + broken.getMessage(),
                    where,
                    // The line itself may hold a secret.
                    "",
                    "Quote it as redis-cli wants it: \"...\" with \\ escapes, or '...'.",
                    broken);
        }
    }

    private static List<byte[]> command(String where, List<byte[]> words) {
        String name = text(words.get(0)).toUpperCase(Locale.ROOT);
        if (!READS.contains(name)) {
            throw wrong(
                    name + " cannot stand in a file of reads",
                    where,
                    "Only commands that read, and whose answer stays the same while nobody writes, can be compared:"
                            + " GET, HGETALL, SMEMBERS, ZRANGE, XRANGE, EXISTS, TTL and the like.");
        }
        if (words.size() == 1) {
            throw wrong(name + " names no key", where, "Write the key behind it.");
        }
        return List.copyOf(words);
    }

    private static ProblemException wrong(String what, String where, String next) {
        return ProblemException.migrations(what, where, "", next, null);
    }

    private static String text(byte[] word) {
        return new String(word, StandardCharsets.UTF_8);
    }
}
