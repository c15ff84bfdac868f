package dev.stairway.engine.redis;

import dev.stairway.script.redis.RedisScript;
import java.util.List;

/** Calls a script by its sum, so that its text travels once. */
final class LuaCall {

    private final RedisScript script;
    private final String name;
    private final String sha;
    private final Calls calls;

    LuaCall(RedisScript script, Calls calls) {
        this.script = script;
        this.name = script.name().file();
        this.sha = Checksum.sha1(script.text());
        this.calls = calls;
    }

    /** Makes a server learn the script, which finds errors of its syntax before anything runs. */
    void load(Node node) {
        node.wire().call("SCRIPT", "LOAD", script.text());
    }

    Object run(Node node, List<byte[]> keys) {
        Command command = Command.script("EVALSHA", name, sha, keys);
        try {
            return calls.run(node, command, keys.size());
        } catch (ReplyException forgotten) {
            if (!forgotten.code().equals("NOSCRIPT")) {
                throw forgotten;
            }
            // The server was restarted, or somebody ran SCRIPT FLUSH. EVAL cannot be too late a second time.
            return calls.run(node, Command.script("EVAL", name, script.text(), keys), keys.size());
        }
    }

    /** Once more, key by key: a batched script must bear that, and it tells which key the error is about. */
    ReplyException narrowed(Node node, List<byte[]> keys, ReplyException failure) {
        if (keys.size() == 1 || !Failures.ofTheScript(failure)) {
            return failure;
        }
        for (byte[] key : keys) {
            try {
                run(node, List.of(key));
            } catch (ReplyException found) {
                return found;
            }
        }
        return failure;
    }
}
