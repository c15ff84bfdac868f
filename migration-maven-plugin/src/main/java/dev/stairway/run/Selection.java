package dev.stairway.run;

import dev.stairway.judge.RowMoves.Move;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What the text of a migration tells of how it chooses its keys. */
final class Selection {

    /** Commands that tell more of a key than that it is there. */
    private static final Pattern LOOK = Pattern.compile(
            "['\"](?:get|getrange|strlen|type|ttl|pttl|expiretime|pexpiretime|object|hget|hmget|hgetall|hexists|hlen|hkeys"
                    + "|hvals|llen|lindex|lrange|lpos|scard|sismember|smembers|zcard|zscore|zrange|xlen|xrange)['\"]",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final boolean looks;
    private final List<Pattern> globs;

    /** @param text of the migration */
    Selection(String text) {
        this.text = text;
        this.looks = LOOK.matcher(text).find();
        this.globs = Arrays.stream(text.split("[\\s'\"]+"))
                .filter(word -> word.endsWith("*") && word.length() > 1)
                .map(Selection::glob)
                .toList();
    }

    /** True when every key that moved stands in the text. */
    boolean names(List<Move> moves) {
        return moves.stream().allMatch(move -> text.contains(move.from().row()));
    }

    /** True when the migration may have been given the key, looked at it and left it. */
    boolean chose(String key) {
        return looks && globs.stream().anyMatch(glob -> glob.matcher(key).matches());
    }

    /** Character classes of a glob are those of a regular expression. */
    private static Pattern glob(String glob) {
        StringBuilder regex = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int end = c == '[' ? glob.indexOf(']', i) : -1;
            if (c == '*' || c == '?' || end > 0) {
                regex.append(Pattern.quote(literal.toString()));
                literal.setLength(0);
                regex.append(c == '*' ? ".*" : c == '?' ? "." : glob.substring(i, end + 1));
                i = Math.max(i, end);
            } else {
                literal.append(c);
            }
        }
        return Pattern.compile(regex + Pattern.quote(literal.toString()), Pattern.DOTALL);
    }
}
