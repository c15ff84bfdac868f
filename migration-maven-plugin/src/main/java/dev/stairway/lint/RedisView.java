package dev.stairway.lint;

import dev.stairway.script.redis.RedisHeader;
import dev.stairway.script.redis.call.RedisCalls;
import dev.stairway.script.sql.SqlStatement;

/**
 * A script of Redis, of the way up.
 *
 * @param migration whose it is
 * @param source the whole script: a file in Lua, or one of commands
 * @param header what it declares at its top; its keys are empty when it is called once
 * @param calls commands that it sends
 * @param down those of its way back; without any where there is none
 * @param made what it and the migrations before it have done to keys
 * @param setting what is known beside the changelog
 */
public record RedisView(
        MigrationView migration,
        SqlStatement source,
        RedisHeader header,
        RedisCalls calls,
        RedisCalls down,
        NewKeys made,
        Setting setting) {

    public Targets targets() {
        return setting.targets();
    }
}
