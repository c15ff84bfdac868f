package dev.stairway.engine.redis;

import dev.stairway.script.redis.RedisScript;
import java.util.ArrayList;
import java.util.List;

/** Calls a script by its sum, so that its text travels once. */
final class LuaCall {

    private final String text;
    private final String name;
    private final String sha;
    private final Calls calls;
    private List<byte[]> touched = List.of();

    /** @param text as it is sent, see {@link Strictness} */
    LuaCall(RedisScript script, String text, Calls calls) {
        this.text = text;
        this.name = script.name().file();
        this.sha = Checksum.sha1(text);
        this.calls = calls;
    }

    /** Makes a server learn the script, which finds errors of its syntax before anything runs. */
    void load(Node node) {
        node.wire().call("SCRIPT", "LOAD", text);
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
            return calls.run(node, Command.script("EVAL", name, text, keys), keys.size());
        }
    }

    /** Once more, key by key: a batched script must bear that, and it tells which key the error is about. */
    ReplyException narrowed(Node node, List<byte[]> keys, ReplyException failure) {
        if (!Failures.ofTheScript(failure) && !SlotFault.is(failure)) {
            return failure;
        }
        if (keys.size() == 1) {
            return withKeys(node, keys, failure);
        }
        for (byte[] key : keys) {
            try {
                run(node, List.of(key));
            } catch (ReplyException found) {
                return withKeys(node, List.of(key), found);
            }
        }
        return failure;
    }

    /** And once more, to learn which keys the script names itself; the error stays the server's. */
    private ReplyException withKeys(Node node, List<byte[]> keys, ReplyException failure) {
        if (SlotFault.is(failure)) {
            List<byte[]> known = new ArrayList<>(keys);
            try {
                calls.run(node, Command.script("EVAL", name, SlotFault.telling(text), keys), keys.size());
            } catch (ReplyException telling) {
                known.addAll(SlotFault.told(telling));
            }
            touched = known;
        }
        return failure;
    }

    /** Keys of the call that {@link #narrowed} found, those that it named itself included; empty where unknown. */
    List<byte[]> touched() {
        return touched;
    }
}
