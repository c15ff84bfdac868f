package dev.stairway.lint.rules.redis;

import dev.stairway.lint.NewKeys;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.HeaderReader;
import dev.stairway.script.redis.RedisHeader;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import dev.stairway.script.redis.call.RedisCalls;
import dev.stairway.script.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One way of a migration: its script, with the questions that rules ask about it.
 *
 * @param view the migration's script
 * @param source of this way
 * @param header what it declares
 * @param said the commands that it sends
 * @param index them by their keys
 */
record Way(RedisView view, SqlStatement source, RedisHeader header, RedisCalls said, CallIndex index) {

    /** Every product that speaks the protocol of Redis. */
    static final String[] PRODUCTS = {"redis", "redis-cluster", "valkey", "valkey-cluster"};

    private static Way of(RedisView view, SqlStatement source, RedisHeader header, RedisCalls said) {
        return new Way(view, source, header, said, new CallIndex(said.calls()));
    }

    static Way up(RedisView view) {
        return of(view, view.source(), view.header(), view.calls());
    }

    /** The way up and, where it is written, the way back. */
    static List<Way> both(RedisView view) {
        List<Way> ways = new ArrayList<>(List.of(up(view)));
        view.migration().said().down().stream()
                .findFirst()
                .ifPresent(down -> ways.add(of(view, down, HeaderReader.read(down.file(), down.sql()), view.down())));
        return ways;
    }

    List<RedisCall> calls() {
        return said.calls();
    }

    boolean lua() {
        return source.file().toLowerCase(Locale.ROOT).endsWith(".lua");
    }

    /** True when the keys are found by SCAN and handed over in batches. */
    boolean batched() {
        return header.keys().filter(keys -> keys.matches(".*[*?\\[].*")).isPresent();
    }

    /** True for a key of which there are many: one of those that are handed over, or one made of it. */
    boolean many(Argument key) {
        return key.ofKeys() && batched();
    }

    RedisCall reply(int call) {
        return said.calls().get(call);
    }

    /** Calls whose results are part of it, at first or second hand. */
    Stream<RedisCall> sources(Argument argument) {
        return argument.replies().stream().map(this::reply);
    }

    /** Calls with this very key, in order. */
    List<RedisCall> with(Argument key) {
        return index.with(key);
    }

    /** True when any of these commands is sent with the key. */
    boolean sends(Argument key, String... commands) {
        return index.sends(key, commands);
    }

    /** Where a call stands among the others. */
    int place(RedisCall call) {
        return index.place(call);
    }

    /** True when whether it is sent depends on what one of these commands says of the key. */
    boolean asksFirst(RedisCall call, Argument key, String... commands) {
        return asked(call)
                .filter(asked -> commands.length == 0 || asked.is(commands))
                .anyMatch(asked -> Keys.of(asked).stream().anyMatch(other -> same(other, key)));
    }

    /** Calls whose results decide whether it is sent. */
    Stream<RedisCall> asked(RedisCall call) {
        return call.guards().stream().flatMap(this::sources);
    }

    /** True for a key that this release has made itself, so that nobody uses it yet. */
    boolean isNew(Argument key) {
        List<String> names = key.literal()
                ? List.of(key.text())
                : key.handedOver() ? NewKeys.declared(key, header).toList() : List.of(key.prefix() + "*");
        return !names.isEmpty() && names.stream().allMatch(view.made()::has);
    }

    /** Names that a key may have: its own, those that the header declares, or what it begins with. */
    String names(Argument key) {
        return key.handedOver() ? NewKeys.declared(key, header).collect(Collectors.joining(" ")) : key.prefix();
    }

    /** True for the way that is taken when the release is not. */
    boolean back() {
        return !source.equals(view.source());
    }

    /** True when it gives keys an expiry only after it has asked for theirs. */
    boolean gives() {
        return calls().stream()
                .filter(call -> call.is("EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT"))
                .anyMatch(call -> asked(call).anyMatch(asked -> asked.is("TTL", "PTTL", "EXPIRETIME", "PEXPIRETIME"))
                        || call.says("NX"));
    }

    static boolean same(Argument one, Argument other) {
        return one.resolved().equals(other.resolved());
    }

    /** Says something of a call; what a rule has said very often it need not say again of the same file. */
    void remark(Remarks remarks, RedisCall call, Argument object, String what, String instead) {
        int said = index.oneMore();
        if (said <= CallIndex.MOST) {
            String more = said < CallIndex.MOST ? "" : ", and so may calls behind it, which are not listed any more";
            remarks.at(view.migration(), source, call.offset(), object.text(), what + more, instead);
        }
    }
}
