package dev.stairway.matrix;

import dev.stairway.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several runs that share a matrix.
 *
 * @param index 1 to {@code count}
 * @param count 1 to 999
 */
public record Shard(int index, int count) {

    private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,3})\\s*/\\s*(\\d{1,3})\\s*");

    /**
     * Reads {@code 2/8}.
     *
     * @throws ProblemException when there is no such shard
     */
    public static Shard parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw refused(text, "that is no shard");
        }
        Shard shard = new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        if (shard.count() == 0) {
            throw refused(text, "no run is divided into 0 shards");
        }
        if (shard.index() == 0) {
            throw refused(text, "the first shard is 1");
        }
        if (shard.index() > shard.count()) {
            throw refused(text, "the last shard is " + shard.count());
        }
        return shard;
    }

    private static ProblemException refused(String text, String why) {
        return ProblemException.setup(
                "<shard> is '" + text + "'",
                "<shard> (-Dmigration.shard)",
                why,
                "Write which of how many, for example 2/8 for the second of eight; leave it out for the whole matrix",
                null);
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
