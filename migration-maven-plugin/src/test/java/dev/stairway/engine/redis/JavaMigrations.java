package dev.stairway.engine.redis;

import dev.stairway.redis.RedisMigration;
import dev.stairway.redis.RedisMigrationContext;
import java.util.List;
import org.redisson.api.RBatch;
import org.redisson.api.RBucket;

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
}
