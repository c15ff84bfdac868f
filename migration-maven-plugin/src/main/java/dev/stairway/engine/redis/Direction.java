package dev.stairway.engine.redis;

/** Which way a migration goes. */
enum Direction {
    UP,
    DOWN;

    String word() {
        return this == UP ? "up" : "down";
    }
}
