package dev.stairway.engine.redis;

import dev.stairway.redis.RedisMigration;
import dev.stairway.redis.RedisMigrationContext;
import java.time.Duration;
import java.util.List;
import org.redisson.api.RBatch;
import org.redisson.api.RBucket;
import org.redisson.api.RScript;
import org.redisson.api.RTransaction;
import org.redisson.api.RedissonClient;
import org.redisson.api.TransactionOptions;
import org.redisson.api.stream.StreamAddArgs;
import org.redisson.client.codec.StringCodec;

/** Migrations as a project would write them. */
public final class JavaMigrations {

    private JavaMigrations() {}

    /** Puts a prefix before the value of each session. */
    public static final class Prefix implements RedisMigration {

        @Override
        public String version() {
            return "008";
        }

        @Override
        public String description() {
            return "prefix every session";
        }

        @Override
        public List<String> mappings() {
            return List.of("session:{id} -> session:{id} value changed");
        }

        @Override
        public void up(RedisMigrationContext context) throws Exception {
            String prefix = context.parameters().getOrDefault("prefix", "v2:");
            context.forEachBatch(
                    "session:*",
                    200,
                    keys -> change(context, keys, value -> value.startsWith(prefix) ? value : prefix + value));
        }

        @Override
        public void down(RedisMigrationContext context) throws Exception {
            context.forEachBatch(
                    "session:*", 200, keys -> change(context, keys, value -> value.replaceFirst("^v2:", "")));
        }

        private static void change(
                RedisMigrationContext context, List<String> keys, java.util.function.UnaryOperator<String> change) {
            RBatch batch = context.redisson().createBatch();
            for (String key : keys) {
                RBucket<String> bucket = context.redisson().getBucket(key);
                batch.getBucket(key).setAndKeepTTLAsync(change.apply(bucket.get()));
            }
            batch.execute();
        }
    }

    /** Goes over the same keys two times and notes each time which they were. */
    public static final class TwoPasses implements RedisMigration {

        @Override
        public String version() {
            return "8";
        }

        @Override
        public String description() {
            return "two passes";
        }

        @Override
        public void up(RedisMigrationContext context) throws Exception {
            for (String mark : List.of("first", "second")) {
                context.forEachBatch(
                        "session:*",
                        200,
                        keys -> context.redisson().getSet(mark).addAll(keys));
            }
        }
    }

    /** Fails in its second half, and has no way back. */
    public static final class Failing implements RedisMigration {

        @Override
        public String version() {
            return "9";
        }

        @Override
        public String description() {
            return "fails";
        }

        @Override
        public void up(RedisMigrationContext context) {
            context.redisson().getBucket("half").set("done");
            context.redisson().getList("half").add("no list");
        }
    }

    /** Uses the kinds of objects that migrations work on. */
    public static final class Kinds implements RedisMigration {

        @Override
        public String version() {
            return "8";
        }

        @Override
        public String description() {
            return "every kind of value";
        }

        @Override
        public void up(RedisMigrationContext context) {
            RedissonClient redisson = context.redisson();
            redisson.<String, String>getMap("hash").put("field", "value");
            redisson.getList("list").add("item");
            redisson.getSet("set").add("member");
            redisson.getScoredSortedSet("zset").add(1.5, "member");
            redisson.<String, String>getStream("stream").add(StreamAddArgs.entry("field", "value"));
            redisson.getAtomicLong("number").addAndGet(42);
            redisson.getBitSet("bits").set(7);
            redisson.getHyperLogLog("hll").add("one");
            redisson.getGeo("geo").add(13.4, 52.5, "Berlin");
            redisson.getBucket("expiring").set("x", Duration.ofHours(1));
            redisson.getKeys().rename("list", "renamed");
            RTransaction transaction = redisson.createTransaction(TransactionOptions.defaults());
            transaction.getBucket("transacted").set("x");
            transaction.commit();
            redisson.getScript(StringCodec.INSTANCE)
                    .eval(
                            RScript.Mode.READ_WRITE,
                            "redis.call('SET', KEYS[1], ARGV[1])",
                            RScript.ReturnType.VALUE,
                            List.of("scripted"),
                            "x");
        }
    }
}
