package dev.stairway.script.redis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a file with the commands that a release reads with: {@code V007.old-release.redis}.
 *
 * @param version of the migration
 * @param release which of the two releases
 */
public record RedisReadName(RedisVersion version, Release release) {

    /** What a name must look like, for messages. */
    public static final String SHAPE = "V<version>.<old|new>-release.redis";

    /** Which of the two releases around a migration. */
    public enum Release {
        OLD,
        NEW
    }

    private static final Pattern NAME = Pattern.compile("V(\\d+(?:[._]\\d+)*)\\.(old|new)-release\\.redis");
    private static final Pattern MEANT = Pattern.compile("(?i).*[.-]?release\\.redis");

    /** Empty when the name is not that of such a file. */
    public static Optional<RedisReadName> of(String file) {
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            return Optional.empty();
        }
        return Optional.of(new RedisReadName(
                RedisVersion.of(name.group(1)), name.group(2).equals("old") ? Release.OLD : Release.NEW));
    }

    /** True when somebody surely meant this file to be one, so that it is no data. */
    public static boolean looksMeant(String file) {
        return MEANT.matcher(file).matches();
    }
}
