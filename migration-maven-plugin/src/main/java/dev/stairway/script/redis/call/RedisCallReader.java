package dev.stairway.script.redis.call;

import java.util.Locale;

/**
 * Reads from a script which commands it sends, without running it. What cannot be known is said in
 * {@link RedisCalls#notCovered}, whatever the text is; the time that it takes grows with its length.
 */
public final class RedisCallReader {

    /** A value may come from further down, by way of a function that calls another. */
    private static final int READINGS = 3;

    private RedisCallReader() {}

    /**
     * @param file decides by its extension: {@code .lua}, or a file of commands
     * @param text line ends are {@code \n}
     */
    public static RedisCalls read(String file, String text) {
        return file.toLowerCase(Locale.ROOT).endsWith(".lua") ? lua(text, 0) : new CommandReader().read(text);
    }

    /** @param before how many calls there are before this script */
    static RedisCalls lua(String text, int before) {
        LuaMemory known = new LuaMemory();
        LuaReading reading = new LuaReading(before);
        for (int time = 0; time < READINGS; time++) {
            LuaMemory learnt = new LuaMemory();
            reading = new LuaReading(before);
            read(text, reading, known, learnt);
            if (learnt.empty()) {
                break;
            }
            known = learnt;
        }
        return reading.calls();
    }

    private static void read(String text, LuaReading reading, LuaMemory known, LuaMemory learnt) {
        try {
            new LuaStatements(new LuaWords(text), reading, known, learnt).script();
        } catch (LuaError broken) {
            reading.notCovered(broken.line(), broken.getMessage());
        }
    }
}
