package dev.stairway.script.redis.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisReleases;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** What is taken for Lua here is what real servers take for Lua, and nothing else. */
@ParameterizedClass
@RedisReleases
class LuaAcceptedTest {

    private static final List<String> PIECES = List.of(
            "",
            "return 1",
            "return",
            "return;",
            ";",
            ";;",
            "x = 1;",
            "x = 1;;",
            "local a",
            "local a = ",
            "local a, b = 1",
            "a.b.c = 1",
            "a.b:c()",
            "a.b:c = 1",
            "f{}",
            "f''",
            "f'a'.b = 1",
            "f",
            "1 = 2",
            "(f)()",
            "(f) = 1",
            "f()\n(g)()",
            "f\n'x'",
            "f\n{}",
            "a = 'x\ny'",
            "a = 'x\\\ny'",
            "a = \"\\065\\10\\q\"",
            "a = '\\300'",
            "a = [[x]]",
            "a = [==[ ]] ]==]",
            "a = [=x",
            "a = [[ [[ ]]",
            "--[[ [[ ]]",
            "--[==[ [[ ]]==] x = 1",
            "--[= x\nx = 1",
            "--[[ x",
            "a = 0x1F",
            "a = 0x",
            "a = 1e5",
            "a = 1e",
            "a = 1..2",
            "a = 1 ..2",
            "a = .5",
            "a = 5.",
            "a = 1.2.3",
            "a = 0xep1",
            "a = 3x",
            "goto x",
            "goto = 1",
            "::x::",
            "break",
            "while true do break end",
            "while true do break; end",
            "while true do break x() end",
            "return 1, 2 x()",
            "do return end x()",
            "if a then elseif b then else end",
            "if a then else elseif b then end",
            "for i = 1 do end",
            "for i = 1, 2 do end",
            "for i = 1, 2, 3 do end",
            "for i = 1, 2, 3, 4 do end",
            "for a, b in f do end",
            "for a.b in f do end",
            "repeat local x until x",
            "repeat until",
            "function f() end",
            "function a.b.c:d(...) return ... end",
            "function a:b.c() end",
            "local function f(a, b, ...) end",
            "local function f(a, ..., b) end",
            "local function f(a,) end",
            "local function a.b() end",
            "a = function() return ... end",
            "a = function(...) return ... end",
            "a = {1, 2; 3, [4] = 5, b = 6,}",
            "a = {,}",
            "a = {1 2}",
            "a = not not b",
            "a = - - b",
            "a = #b ^ -2 .. c",
            "a = b == c == d",
            "a = b ~ c",
            "a = b != c",
            "a = b // c",
            "a = b & c",
            "a = nil b = true",
            "a, b = b, a",
            "a, f() = 1",
            "a = b and c or d",
            "and = 1",
            "a = {and = 1}",
            "a.end = 1",
            "local t = {} t[#t + 1] = 'x'",
            "redis.call('SET', 'a', 1)",
            "é = 1",
            "a = 'é'",
            "a = \"b'c\" .. 'd\"e'",
            "a = @",
            "a = $x",
            "$",
            "x = 1 y = 2 return x",
            "local a <const> = 1",
            "a = 1 // c",
            "if x then return end return y",
            "f(function() end)()",
            "a=b\n[1]=2",
            "a = ~1",
            "a = 1 < 2 > 3",
            "a = (1",
            "a = 1)",
            "do end end",
            "do",
            "end",
            "until x",
            "a = b.c.d['e'][f()]:g(1){2}'3'",
            "local a = {} ; (a).b = 1",
            "a = '\\x41\\z  '",
            "a = [[\n\nx]]",
            "a = []",
            "a = [",
            "--",
            "--[",
            "-- x",
            "- 1",
            "a = 1 --[[c]] + 2");

    @Parameter
    String release;

    @Test
    void theServerAgreesAboutEveryText() {
        try (RedisDatabase database = (RedisDatabase) TestServers.redis(release).fresh("lua");
                RedisConnection redis = database.connect()) {
            List<String> differ = new ArrayList<>();
            int taken = 0;
            for (String text : texts()) {
                boolean here = RedisCallReader.read("x.lua", text).notCovered().isEmpty();
                String there = answer(redis, text);
                taken += here ? 1 : 0;
                if (here != there.isEmpty()) {
                    differ.add((here ? "only taken here: " : "only taken there: ") + text + "\n    " + there);
                }
            }
            assertThat(differ).isEmpty();
            assertThat(taken).isBetween(500, 5_500);
        }
    }

    /** Each piece, and pieces that are cut, doubled and joined. */
    private static List<String> texts() {
        List<String> texts = new ArrayList<>(PIECES);
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            String one = PIECES.get(random.nextInt(PIECES.size()));
            String other = PIECES.get(random.nextInt(PIECES.size()));
            String cut = one.substring(0, random.nextInt(one.length() + 1));
            texts.add(cut + (random.nextBoolean() ? "\n" : " ") + other);
            texts.add("do " + one + " end " + cut);
        }
        for (int depth : List.of(10, 150, 400)) {
            texts.add("a = " + "(".repeat(depth) + "1" + ")".repeat(depth));
            texts.add("do ".repeat(depth) + "end ".repeat(depth));
            texts.add("a = " + "b .. ".repeat(depth) + "c");
        }
        return texts;
    }

    /** Empty when the server takes it. */
    private static String answer(RedisConnection redis, String text) {
        try {
            redis.call("SCRIPT", "LOAD", text);
            return "";
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
