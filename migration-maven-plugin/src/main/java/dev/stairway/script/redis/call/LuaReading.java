package dev.stairway.script.redis.call;

import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.ArrayList;
import java.util.List;

/** What a reading of a script finds: its calls, with the loops and conditions that stand around them. */
final class LuaReading {

    private static final int MOST_CALLS = 300_000;
    private static final int MOST_GUARDS = 16;

    private final int before;
    private final List<Sent> sent = new ArrayList<>();
    private final List<OpenLoop> allLoops = new ArrayList<>();
    private final List<String> notCovered = new ArrayList<>();
    private List<OpenLoop> loops = new ArrayList<>();
    private List<Argument> guards = new ArrayList<>();
    private boolean keys;

    /** A call, whose loops are not read to their end yet. */
    private record Sent(RedisCall call, List<OpenLoop> loops) {}

    /** @param before how many calls there are before this script */
    LuaReading(int before) {
        this.before = before;
    }

    /** The place of the call in the list of all. */
    int send(RedisCall call, int line) {
        if (call.command().isEmpty()) {
            notCovered(line, "which command this is, is known only when it runs");
        }
        if (sent.size() >= MOST_CALLS) {
            throw new LuaError(line, "more calls than are looked at");
        }
        loops.forEach(OpenLoop::call);
        sent.add(new Sent(call, List.copyOf(loops)));
        return before + sent.size() - 1;
    }

    /** The variable that takes the result of a call of this script. */
    void result(int call, String name) {
        Sent old = sent.get(call - before);
        if (old.call().result().isEmpty()) {
            RedisCall c = old.call();
            RedisCall named =
                    new RedisCall(c.command(), c.arguments(), c.offset(), name, c.caught(), c.loops(), c.guards());
            sent.set(call - before, new Sent(named, old.loops()));
        }
    }

    void begin(OpenLoop loop) {
        allLoops.add(loop);
        loops.add(loop);
    }

    void end() {
        loops.remove(loops.size() - 1);
    }

    List<OpenLoop> loops() {
        return loops;
    }

    List<Argument> guards() {
        return guards.size() <= MOST_GUARDS ? guards : guards.subList(guards.size() - MOST_GUARDS, guards.size());
    }

    void guard(Argument condition) {
        guards.add(condition);
    }

    int guarded() {
        return guards.size();
    }

    /** Forgets the conditions that came since. */
    void unguard(int size) {
        guards.subList(size, guards.size()).clear();
    }

    /** In a function other things stand around. @return what stood around until now, for {@link #back} */
    Around inside(List<OpenLoop> otherLoops, List<Argument> otherGuards) {
        Around around = new Around(loops, guards);
        loops = new ArrayList<>(otherLoops);
        guards = new ArrayList<>(otherGuards);
        return around;
    }

    void back(Around around) {
        loops = around.loops();
        guards = around.guards();
    }

    /** What stands around a place. */
    record Around(List<OpenLoop> loops, List<Argument> guards) {}

    void keys() {
        keys = true;
    }

    void notCovered(int line, String reason) {
        if (notCovered.size() < 100) {
            notCovered.add("line " + line + ": " + reason);
        }
    }

    RedisCalls calls() {
        List<RedisCall> all = sent.stream().map(LuaReading::closed).toList();
        return new RedisCalls(all, keys, allLoops.stream().map(OpenLoop::closed).toList(), notCovered);
    }

    private static RedisCall closed(Sent one) {
        RedisCall c = one.call();
        return new RedisCall(
                c.command(),
                c.arguments(),
                c.offset(),
                c.result(),
                c.caught(),
                one.loops().stream().map(OpenLoop::closed).toList(),
                c.guards());
    }
}
