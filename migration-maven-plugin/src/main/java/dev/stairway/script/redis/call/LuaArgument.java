package dev.stairway.script.redis.call;

/**
 * An argument of any call of a function.
 *
 * @param value what is known of it
 * @param written as it stands in the script
 */
record LuaArgument(LuaValue value, String written) {}
