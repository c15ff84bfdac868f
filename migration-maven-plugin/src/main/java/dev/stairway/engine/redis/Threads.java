package dev.stairway.engine.redis;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timer;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The few threads that all connections of one changelog share; Redisson would start dozens. */
final class Threads implements AutoCloseable {

    final EventLoopGroup events = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("redis-engine-io", true), NioIoHandler.newFactory());
    final ExecutorService executor = Executors.newFixedThreadPool(2, new DefaultThreadFactory("redis-engine", true));
    final Timer timer = new HashedWheelTimer(new DefaultThreadFactory("redis-engine-timer", true));

    @Override
    public void close() {
        timer.stop();
        executor.shutdown();
        events.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}
