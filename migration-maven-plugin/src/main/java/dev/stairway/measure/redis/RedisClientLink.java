package dev.stairway.measure.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisErrorException;
import dev.stairway.database.redis.RedisLink;
import dev.stairway.measure.Answer;
import dev.stairway.measure.ClientLink;
import dev.stairway.measure.LiveModel;
import java.util.List;
import java.util.Optional;

/** The connection of a client that only looks. */
record RedisClientLink(RedisLink link) implements ClientLink {

    @Override
    public Optional<LiveModel> learn(String key) {
        return Model.learn(link, RedisConnection.bytes(key)).map(LiveModel.class::cast);
    }

    @Override
    public Answer ask(List<byte[]> command) {
        return RedisAnswer.of(command, reply(command.toArray(byte[][]::new)));
    }

    private Object reply(byte[][] command) {
        try {
            return link.call(command);
        } catch (RedisErrorException error) {
            return error.error();
        }
    }

    @Override
    public void close() {
        link.close();
    }
}
