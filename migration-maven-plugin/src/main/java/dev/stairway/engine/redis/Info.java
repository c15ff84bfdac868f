package dev.stairway.engine.redis;

import java.nio.charset.StandardCharsets;

/** Fields of the server's INFO: https://redis.io/docs/latest/commands/info/ */
final class Info {

    private Info() {}

    /** Empty where the server does not tell, or does not let this user ask. */
    static String field(Wire wire, String section, String name) {
        Object reply;
        try {
            reply = wire.call("INFO", section);
        } catch (ReplyException refused) {
            if (refused.code().equals("NOPERM")) {
                return "";
            }
            throw refused;
        }
        return new String((byte[]) reply, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
