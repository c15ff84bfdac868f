package dev.stairway.script.redis.call;

import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of an expression without running it. Everything in it is bounded, so that no script can make it large.
 *
 * @param literal its value as text; null where it is not known
 * @param prefix text that it begins with
 * @param resolved see {@link Argument#resolved}
 * @param names see {@link Argument#names}
 * @param replies see {@link Argument#replies}
 * @param uses see {@link Argument#uses}
 * @param items of a table without names, as far as they are known; null where it is none
 * @param spread true when it stands for any number of values
 * @param function null where it is none of the script's own
 */
record LuaValue(
        String literal,
        String prefix,
        String resolved,
        Set<String> names,
        Set<Integer> replies,
        Set<String> uses,
        List<LuaValue> items,
        boolean spread,
        LuaFunction function) {

    private static final int MOST = 24;
    private static final int LONGEST = 400;

    /** Nothing: {@code nil}. */
    static final LuaValue NIL = of("nil");

    /** A number or string. */
    static LuaValue literal(String value, boolean number) {
        String shown = number ? value : "'" + value.replace("'", "\\'") + "'";
        return new LuaValue(value, value, cut(shown), Set.of(), Set.of(), Set.of(), null, false, null);
    }

    /** Something of which only the name is known. */
    static LuaValue of(String resolved) {
        return new LuaValue(null, "", cut(resolved), Set.of(), Set.of(), Set.of(), null, false, null);
    }

    /** What the variable of this name holds. */
    LuaValue named(String name) {
        return new LuaValue(literal, prefix, resolved, with(names, name), replies, uses, items, spread, function);
    }

    LuaValue as(String other) {
        return new LuaValue(literal, prefix, cut(other), names, replies, uses, items, spread, function);
    }

    LuaValue begins(String text) {
        return new LuaValue(literal, text, resolved, names, replies, uses, items, spread, function);
    }

    LuaValue using(String use) {
        return new LuaValue(literal, prefix, resolved, names, replies, with(uses, use), items, spread, function);
    }

    LuaValue reply(int call) {
        return new LuaValue(literal, prefix, resolved, names, with(replies, call), uses, items, spread, function);
    }

    LuaValue holding(List<LuaValue> values) {
        List<LuaValue> kept = values == null || values.size() <= MOST ? values : values.subList(0, MOST);
        return new LuaValue(literal, prefix, resolved, names, replies, uses, kept, spread, function);
    }

    LuaValue spreading() {
        return new LuaValue(literal, prefix, resolved, names, replies, uses, items, true, function);
    }

    LuaValue calling(LuaFunction own) {
        return new LuaValue(literal, prefix, resolved, names, replies, uses, items, spread, own);
    }

    /** The same made of another one as well; its own value is no longer known. */
    LuaValue from(LuaValue other) {
        return new LuaValue(
                null,
                "",
                resolved,
                union(names, other.names),
                union(replies, other.replies),
                union(uses, other.uses),
                items,
                spread,
                function);
    }

    /** Either of two. @param name of a variable that holds now one and now the other */
    LuaValue or(LuaValue other, String name) {
        if (equals(other) || other.equals(NIL)) {
            return this;
        }
        if (equals(NIL)) {
            return other;
        }
        LuaValue both = as(name).from(other);
        int common = 0;
        int most = Math.min(prefix.length(), other.prefix.length());
        while (common < most && prefix.charAt(common) == other.prefix.charAt(common)) {
            common++;
        }
        boolean same = resolved.equals(other.resolved);
        LuaValue joined = both.begins(prefix.substring(0, common)).holding(null);
        return same ? joined.as(resolved) : joined;
    }

    Argument argument(String written) {
        String text = literal != null ? literal : cut(written);
        return new Argument(
                text, literal != null, prefix, resolved, List.copyOf(names), List.copyOf(replies), List.copyOf(uses));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "…" + Integer.toHexString(text.hashCode());
    }

    static <T> Set<T> with(Set<T> set, T one) {
        return set.contains(one) ? set : union(set, Set.of(one));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        if (other.isEmpty() || one.size() >= MOST || one.equals(other)) {
            return one;
        }
        if (one.isEmpty()) {
            return other;
        }
        Set<T> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both.size() == one.size() ? one : Collections.unmodifiableSet(both);
    }
}
