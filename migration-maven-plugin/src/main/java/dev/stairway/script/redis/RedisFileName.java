package dev.stairway.script.redis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a migration file: {@code V007__update_session_key_format.up.lua}.
 *
 * @param file the whole name
 * @param version as a number
 * @param description words of the name, with spaces
 * @param direction which half it is
 * @param kind how it is run
 */
public record RedisFileName(String file, RedisVersion version, String description, Direction direction, Kind kind) {

    /** What a name must look like, for messages. */
    public static final String SHAPE = "V<version>__<description>.<up|down>.<lua|redis>";

    /** Which half of a migration. */
    public enum Direction {
        UP,
        DOWN
    }

    /** How a file is run. */
    public enum Kind {
        /** A Lua script that runs inside the server. */
        LUA,
        /** A file of commands, one per line. */
        REDIS
    }

    private static final Pattern NAME = Pattern.compile("V(\\d+(?:[._]\\d+)*)__([^.]+)\\.(up|down)\\.(lua|redis)");
    private static final Pattern MEANT = Pattern.compile("(?i)V\\d.*|.*\\.(lua|redis)");

    /** Empty when the name is not that of a migration file. */
    public static Optional<RedisFileName> of(String file) {
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            return Optional.empty();
        }
        return Optional.of(new RedisFileName(
                file,
                RedisVersion.of(name.group(1)),
                name.group(2).replace('_', ' '),
                name.group(3).equals("up") ? Direction.UP : Direction.DOWN,
                name.group(4).equals("lua") ? Kind.LUA : Kind.REDIS));
    }

    /** True when somebody surely meant this file to be a migration, so that leaving it out in silence would be wrong. */
    public static boolean looksMeant(String file) {
        return MEANT.matcher(file).matches();
    }
}
