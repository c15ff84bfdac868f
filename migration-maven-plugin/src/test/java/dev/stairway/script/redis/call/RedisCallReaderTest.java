package dev.stairway.script.redis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stairway.script.redis.call.RedisCall.Argument;
import dev.stairway.script.redis.call.RedisCall.Loop;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedisCallReaderTest {

    @Test
    void aCallHasItsCommandItsArgumentsAndItsPlace() {
        RedisCalls calls = lua("-- redis.call('FLUSHALL')\nredis.call('set', KEYS[1], \"a\\tb\", 'KEEPTTL')\n");

        RedisCall call = only(calls);
        assertThat(call.command()).isEqualTo("SET");
        assertThat(call.offset()).isEqualTo(26);
        assertThat(call.arguments()).extracting(Argument::text).containsExactly("KEYS[1]", "a\tb", "KEEPTTL");
        assertThat(call.arguments()).extracting(Argument::literal).containsExactly(false, true, true);
        assertThat(call.arguments().get(0).handedOver()).isTrue();
        assertThat(call.says("keepttl")).isTrue();
        assertThat(calls.declaredKeys()).isTrue();
        assertThat(calls.notCovered()).isEmpty();
    }

    @Test
    void aLoopOverTheKeysHandsOverEachOfThem() {
        RedisCall call = only(lua("""
                for _, key in ipairs(KEYS) do
                  local id = string.match(key, '^session:(.+)$')
                  local target = 'session:v2:' .. id
                  redis.call('RENAMENX', key, target)
                end
                """));

        assertThat(call.arguments().get(0).handedOver()).isTrue();
        assertThat(call.arguments().get(1).prefix()).isEqualTo("session:v2:");
        assertThat(call.arguments().get(1).ofKeys()).isTrue();
        assertThat(call.arguments().get(1).usesAny("string.match")).isTrue();
        assertThat(call.arguments().get(1).handedOver()).isFalse();
        assertThat(call.loops()).extracting(Loop::kind).containsExactly(Loop.Kind.FOR_IN);
    }

    @Test
    void aKeyThatIsCountedIsOneOfTheKeys() {
        RedisCall call = only(lua("for i = 1, #KEYS do redis.call('DEL', KEYS[i]) end"));

        assertThat(call.arguments().get(0).resolved()).isEqualTo("KEYS[]");
        assertThat(call.loops().get(0).times()).isEqualTo(-1);
    }

    @Test
    void aValueKnowsTheCallsThatItCameFrom() {
        List<RedisCall> calls = lua("""
                        local v = redis.call('GET', KEYS[1])
                        local d = cjson.decode(v)
                        d.version = 2
                        redis.call('SET', KEYS[1], cjson.encode(d), 'PX', redis.pcall('PTTL', KEYS[1]))
                        """).calls();

        assertThat(calls).extracting(RedisCall::command).containsExactly("GET", "PTTL", "SET");
        assertThat(calls.get(0).result()).isEqualTo("v");
        assertThat(calls.get(1).caught()).isTrue();
        assertThat(calls.get(2).arguments().get(1).replies()).containsExactly(0);
        assertThat(calls.get(2).arguments().get(3).replies()).containsExactly(1);
    }

    @Test
    void whatDecidesACallIsItsGuard() {
        List<RedisCall> calls = lua("""
                        if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
                        if KEYS[1] and redis.call('TYPE', KEYS[1]).ok == 'hash' then
                          redis.call('RENAME', KEYS[1], KEYS[2])
                        end
                        """).calls();

        assertThat(calls.get(2).guards()).extracting(Argument::replies).containsExactly(List.of(0), List.of(1));
        assertThat(calls.get(2).guards().get(0).uses()).containsExactly("present");
        assertThat(calls.get(2).guards().get(1).text()).startsWith("KEYS[1] and redis.call('TYPE'");
    }

    @Test
    void aliasesAndConstantsAreFollowed() {
        RedisCalls calls = lua("""
                local call, r = redis.call, redis
                local DELETE = 'del'
                call(DELETE, 'a' .. ':' .. 'b')
                r.call('PING')
                redis['call']('INFO')
                pcall(redis.call, 'GET', 'a')
                """);

        assertThat(calls.calls()).extracting(RedisCall::command).containsExactly("DEL", "PING", "INFO", "GET");
        assertThat(calls.calls().get(0).argument(0)).isEqualTo("a:b");
        assertThat(calls.calls().get(3).caught()).isTrue();
    }

    @Test
    void aTableThatIsUnpackedGivesCommandAndArguments() {
        RedisCalls calls = lua("""
                local command = {'HSET', KEYS[1]}
                for _, field in ipairs({'a', 'b'}) do
                  command[#command + 1] = field
                  table.insert(command, 'x')
                end
                redis.call(unpack(command))
                redis.call('DEL', unpack(KEYS))
                """);

        assertThat(calls.calls()).extracting(RedisCall::command).containsExactly("HSET", "DEL");
        assertThat(calls.calls().get(0).arguments().get(0).handedOver()).isTrue();
        assertThat(calls.calls().get(1).arguments().get(0).literal()).isFalse();
        assertThat(calls.calls().get(1).arguments().get(0).names()).contains("KEYS");
    }

    @Test
    void aFunctionOfTheScriptIsFollowed() {
        List<RedisCall> calls = lua("""
                        local function name(id) return 'v2:' .. id end
                        local function move(from, to) redis.call('RENAMENX', from, to) end
                        for _, key in ipairs(KEYS) do
                          if redis.call('EXISTS', key) == 1 then move(key, name(key)) end
                        end
                        """).calls();

        RedisCall move = calls.get(0);
        assertThat(move.arguments().get(0).handedOver()).isTrue();
        assertThat(move.arguments().get(1).prefix()).isEqualTo("v2:");
        assertThat(move.loops()).hasSize(1);
        assertThat(move.guards()).hasSize(1);
    }

    @Test
    void aCommandThatOnlyTheRunKnowsIsNotCovered() {
        RedisCalls calls = lua("local c = 'GET'\nif KEYS[1] then c = 'DEL' end\nredis.call(c, 'a')\n");

        assertThat(only(calls).command()).isEmpty();
        assertThat(calls.notCovered()).singleElement().asString().startsWith("line 3: ");
    }

    @Test
    void whatIsReadBeforeAnErrorStays() {
        RedisCalls calls = lua("redis.call('FLUSHALL')\n\nif then");

        assertThat(only(calls).command()).isEqualTo("FLUSHALL");
        assertThat(calls.notCovered()).containsExactly("line 3: unexpected symbol near 'then'");
    }

    @Test
    void loopsAreTold() {
        RedisCalls calls = lua("""
                local cursor = '0'
                repeat
                  local page = redis.call('SCAN', cursor)
                  cursor = page[1]
                until cursor == '0'
                for i = 1, 10 * 1000 do local x = i end
                while true do break end
                """);

        assertThat(calls.loops())
                .extracting(Loop::kind, Loop::times, Loop::leaves, Loop::calls)
                .containsExactly(
                        tuple(Loop.Kind.REPEAT, -1L, false, 1),
                        tuple(Loop.Kind.FOR_NUMBERS, 10_000L, false, 0),
                        tuple(Loop.Kind.WHILE, -1L, true, 0));
        assertThat(calls.loops().get(0).over().replies()).containsExactly(0);
        assertThat(calls.calls().get(0).arguments().get(0).replies())
                .as("the cursor comes from the call before")
                .containsExactly(0);
    }

    @Test
    void aLibraryIsReadToo() {
        RedisCalls calls = lua("""
                #!lua name=sessions
                local function touch(keys, args) return redis.call('EXPIRE', keys[1], args[1]) end
                redis.register_function('touch', touch)
                """);

        assertThat(only(calls).arguments().get(0).handedOver()).isTrue();
        assertThat(calls.notCovered()).isEmpty();
    }

    @Test
    void aFileOfCommandsHasACallPerLine() {
        RedisCalls calls = RedisCallReader.read(
                "V1__a.up.redis",
                "# flags\nHSET flags a \"on or off\"\n  select 1\nSET a 'b\nEVAL \"return redis.call('del', KEYS[1])\" 1 a\n");

        assertThat(calls.calls()).extracting(RedisCall::command).containsExactly("HSET", "SELECT", "EVAL", "DEL");
        assertThat(calls.calls().get(0).arguments())
                .extracting(Argument::text)
                .containsExactly("flags", "a", "on or off");
        assertThat(calls.calls().get(1).offset()).isEqualTo(35);
        assertThat(calls.notCovered()).containsExactly("line 4: the quote ' is not closed");
    }

    @Test
    void noTextMakesItFail() {
        String script =
                "local a = {1; b = [==[x]==], ['c'] = function(...) return ... end}\nfor k, v in pairs(a) do redis.call(v, k .. 1e3) end";
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder spoilt = new StringBuilder(script);
            for (int times = random.nextInt(5); times >= 0; times--) {
                int at = random.nextInt(spoilt.length());
                char other = random.nextBoolean()
                        ? (char) random.nextInt(300)
                        : script.charAt(random.nextInt(script.length()));
                if (random.nextBoolean()) {
                    spoilt.setCharAt(at, other);
                } else {
                    spoilt.delete(at, Math.min(spoilt.length(), at + random.nextInt(8)));
                    spoilt.append(other);
                }
            }
            assertThat(lua(spoilt.toString())).isNotNull();
            assertThat(RedisCallReader.read("x.redis", spoilt.toString())).isNotNull();
        }
    }

    @Test
    void longTextsAreRead() {
        for (String piece : List.of(
                "a = redis.call('GET', KEYS[1]) .. 'x'\n",
                "x = x .. 'ab' + 1\n",
                "if a then return end\n",
                "f = function(a) return a .. f(a) end\n",
                "--[==[ [[ ]]==]\n",
                "(",
                "{{",
                "not ",
                "[[",
                "a.b.c:d'e'\n",
                "'\\9'",
                "for i = 1, 2 do ")) {
            String text = piece.repeat(1_000_000 / piece.length());
            long start = System.nanoTime();
            RedisCalls calls = lua(text);
            assertThat(calls).isNotNull();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(piece).isLessThan(Duration.ofSeconds(20));
        }
    }

    private static RedisCalls lua(String text) {
        return RedisCallReader.read("V1__a.up.lua", text);
    }

    private static RedisCall only(RedisCalls calls) {
        assertThat(calls.calls()).as("%s", calls.notCovered()).hasSize(1);
        return calls.calls().get(0);
    }
}
