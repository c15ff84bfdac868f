package dev.stairway.run;

import dev.stairway.redis.RedisMigration;
import dev.stairway.redis.RedisMigrationContext;
import java.time.Duration;
import java.util.List;
import org.redisson.api.BatchOptions;
import org.redisson.api.RBatch;
import org.redisson.api.RBucket;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/** Migrations that move sessions, as projects write them in Java: right when nobody else works. */
public abstract class Moving implements RedisMigration {

    static final String OLD = "session:user:";
    static final String NEW = "session:v2:user:";

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String description() {
        return "sessions";
    }

    @Override
    public List<String> mappings() {
        return List.of(RedisWalks.SESSIONS);
    }

    @Override
    public void up(RedisMigrationContext context) throws Exception {
        move(context, OLD, NEW);
    }

    @Override
    public void down(RedisMigrationContext context) throws Exception {
        move(context, NEW, OLD);
    }

    void move(RedisMigrationContext context, String from, String to) throws Exception {
        RedissonClient redis = context.redisson();
        context.forEachBatch(from + "*", 100, keys -> {
            for (String key : keys) {
                move(redis, key, to + key.substring(from.length()));
            }
        });
    }

    abstract void move(RedissonClient redis, String from, String to);

    /** Copies, if the new name is free, and deletes in one transaction. */
    static void moveAtOnce(RedissonClient redis, String from, String to) {
        RBatch batch =
                redis.createBatch(BatchOptions.defaults().executionMode(BatchOptions.ExecutionMode.IN_MEMORY_ATOMIC));
        batch.getBucket(from).copyAsync(to);
        batch.getBucket(from).deleteAsync();
        batch.execute();
    }

    /** Reads, writes and deletes in calls of their own. */
    public static final class InThreeCalls extends Moving {
        @Override
        void move(RedissonClient redis, String from, String to) {
            RBucket<String> old = redis.getBucket(from);
            String value = old.get();
            long life = old.remainTimeToLive();
            if (value != null && life != -2) {
                if (life > 0) {
                    redis.<String>getBucket(to).setIfAbsent(value, Duration.ofMillis(life));
                } else {
                    redis.<String>getBucket(to).setIfAbsent(value);
                }
                old.delete();
            }
        }
    }

    /** Moves in one step, and puts a life time on that it had read before. */
    public static final class WithAnEarlierLifeTime extends Moving {
        @Override
        void move(RedissonClient redis, String from, String to) {
            RBucket<String> old = redis.getBucket(from);
            long life = old.remainTimeToLive();
            moveAtOnce(redis, from, to);
            if (life > 0) {
                redis.getBucket(to).expire(Duration.ofMillis(life));
            }
        }
    }

    /** Renames in one call, if the key is there. */
    public static final class ByScript extends Moving {
        @Override
        void move(RedissonClient redis, String from, String to) {
            redis.getScript(StringCodec.INSTANCE)
                    .eval(
                            RScript.Mode.READ_WRITE,
                            "if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('RENAMENX', KEYS[1], KEYS[2]) end",
                            RScript.ReturnType.VALUE,
                            List.of(from, to));
        }
    }

    /** Copies all, then deletes whatever has the old name by then. */
    public static final class DeletingByPattern extends Moving {
        @Override
        void move(RedisMigrationContext context, String from, String to) throws Exception {
            super.move(context, from, to);
            context.redisson().getKeys().deleteByPattern(from + "*");
        }

        @Override
        void move(RedissonClient redis, String from, String to) {
            redis.getBucket(from).copy(to);
        }
    }

    /** Renames first, and makes hashes of the values in a second pass. */
    public static final class InTwoPasses extends Moving {
        @Override
        public List<String> mappings() {
            return List.of(RedisWalks.SESSIONS + " value changed");
        }

        @Override
        public void up(RedisMigrationContext context) throws Exception {
            super.up(context);
            RedissonClient redis = context.redisson();
            context.forEachBatch(NEW + "*", 100, keys -> keys.forEach(key -> hash(redis, key)));
        }

        private static void hash(RedissonClient redis, String key) {
            redis.getScript(StringCodec.INSTANCE)
                    .eval(RScript.Mode.READ_WRITE, """
                            if redis.call('TYPE', KEYS[1]).ok == 'string' then
                              local value, life = redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1])
                              redis.call('DEL', KEYS[1])
                              redis.call('HSET', KEYS[1], 'data', value)
                              if life > 0 then redis.call('PEXPIRE', KEYS[1], life) end
                            end
                            """, RScript.ReturnType.VALUE, List.of(key));
        }

        @Override
        void move(RedissonClient redis, String from, String to) {
            if (from.startsWith(NEW)) {
                redis.getScript(StringCodec.INSTANCE)
                        .eval(RScript.Mode.READ_WRITE, """
                                if redis.call('EXISTS', KEYS[1]) == 1 and redis.call('EXISTS', KEYS[2]) == 0 then
                                  local value, life = redis.call('HGET', KEYS[1], 'data'), redis.call('PTTL', KEYS[1])
                                  redis.call('DEL', KEYS[1])
                                  redis.call('SET', KEYS[2], value)
                                  if life > 0 then redis.call('PEXPIRE', KEYS[2], life) end
                                end
                                """, RScript.ReturnType.VALUE, List.of(from, to));
            } else {
                redis.getScript(StringCodec.INSTANCE)
                        .eval(RScript.Mode.READ_WRITE, """
                                if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('RENAMENX', KEYS[1], KEYS[2]) end
                                """, RScript.ReturnType.VALUE, List.of(from, to));
            }
        }
    }

    /** Copies, if the new name is free, and deletes in one transaction. */
    public static final class InATransaction extends Moving {
        @Override
        void move(RedissonClient redis, String from, String to) {
            moveAtOnce(redis, from, to);
        }
    }

    /** Renames first, and adds a field to the values in a second pass. */
    public static final class ThenAddingAField extends Moving {
        @Override
        public List<String> mappings() {
            return List.of(RedisWalks.SESSIONS + " value changed");
        }

        @Override
        public void up(RedisMigrationContext context) throws Exception {
            super.up(context);
            change(
                    context,
                    "*",
                    "if not string.find(value, 'version') then value = '{\"version\":2,' .. string.sub(value, 2) end");
        }

        @Override
        public void down(RedisMigrationContext context) throws Exception {
            change(context, "?*", "value = string.gsub(value, '\"version\":2,', '')");
            super.down(context);
        }

        private static void change(RedisMigrationContext context, String glob, String how) throws Exception {
            String script = "local value = redis.call('GET', KEYS[1]) if value then " + how
                    + " redis.call('SET', KEYS[1], value, 'KEEPTTL') end";
            context.forEachBatch(
                    NEW + glob,
                    100,
                    keys -> keys.forEach(key -> context.redisson()
                            .getScript(StringCodec.INSTANCE)
                            .eval(RScript.Mode.READ_WRITE, script, RScript.ReturnType.VALUE, List.of(key))));
        }

        @Override
        void move(RedissonClient redis, String from, String to) {
            moveAtOnce(redis, from, to);
        }
    }

    /** Asks first and renames then, which fails where the key is gone since. */
    public static final class ByRename extends Moving {
        @Override
        void move(RedissonClient redis, String from, String to) {
            RBucket<String> old = redis.getBucket(from);
            if (old.isExists()) {
                old.renamenx(to);
            }
        }
    }
}
