package dev.stairway.engine.redis;

import dev.stairway.script.redis.RedisCommandLine;
import java.util.ArrayList;
import java.util.List;

/** Asks the server which arguments of a command are keys: https://redis.io/docs/latest/commands/command-getkeys/ */
final class CommandKeys {

    private final Topology topology;

    CommandKeys(Topology topology) {
        this.topology = topology;
    }

    List<byte[]> of(RedisCommandLine line) {
        List<Object> question = new ArrayList<>(List.of("COMMAND", "GETKEYS"));
        question.addAll(line.arguments());
        try {
            List<byte[]> keys = new ArrayList<>();
            ((List<?>) topology.nodes().get(0).wire().call(question.toArray())).forEach(key -> keys.add((byte[]) key));
            return keys;
        } catch (ReplyException without) {
            // "The command has no key arguments", "Invalid command specified": the command itself will tell.
            if (without.kind() == ReplyException.Kind.ERROR) {
                return List.of();
            }
            throw without;
        }
    }
}
