package dev.stairway.database.redis;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the first key in a command, by what the server says of the command once:
 * https://redis.io/docs/latest/commands/command/
 */
final class KeyPlaces {

    /** The command has subcommands or a list of keys somewhere: the server is asked each time. */
    private static final int ASK = 0;

    private static final int FLAGS = 2;
    private static final int FIRST_KEY = 3;

    private final RedisConnection connection;
    private final Map<String, Integer> places = new HashMap<>();

    /** @param connection on which nothing else is under way */
    KeyPlaces(RedisConnection connection) {
        this.connection = connection;
    }

    /** Empty for a command without keys. */
    Optional<byte[]> first(byte[]... command) {
        String name = new String(command[0], StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
        int place = places.computeIfAbsent(name, this::place);
        if (place == ASK) {
            return asked(command);
        }
        return place < command.length ? Optional.of(command[place]) : Optional.empty();
    }

    private int place(String name) {
        List<?> answer = (List<?>) connection.call("COMMAND", "INFO", name);
        if (answer.isEmpty() || !(answer.get(0) instanceof List<?> info)) {
            return ASK;
        }
        boolean moves = ((List<?>) info.get(FLAGS)).contains("movablekeys");
        return moves ? ASK : Math.toIntExact((Long) info.get(FIRST_KEY));
    }

    private Optional<byte[]> asked(byte[]... command) {
        byte[][] question = new byte[command.length + 2][];
        question[0] = RedisConnection.bytes("COMMAND");
        question[1] = RedisConnection.bytes("GETKEYS");
        System.arraycopy(command, 0, question, 2, command.length);
        try {
            return ((List<?>) connection.call(question))
                    .stream().map(byte[].class::cast).findFirst();
        } catch (RedisErrorException without) {
            // "The command has no key arguments", "Invalid command specified": the command itself will tell.
            return Optional.empty();
        }
    }
}
