package dev.stairway.script.redis.call;

import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Calls of functions: those of the server become commands, those of the script are followed, others compute something. */
final class LuaCalls {

    private static final Set<String> RAISING = Set.of("redis.call", "server.call");
    private static final Set<String> CATCHING = Set.of("redis.pcall", "server.pcall");

    private final LuaScopes scopes;
    private final LuaReading reading;
    private final LuaWords words;

    LuaCalls(LuaScopes scopes, LuaReading reading, LuaWords words) {
        this.scopes = scopes;
        this.reading = reading;
        this.words = words;
    }

    /** @param from offset of the call in the script */
    LuaValue call(LuaValue function, List<LuaArgument> arguments, int from) {
        String name = function.resolved();
        if (RAISING.contains(name) || CATCHING.contains(name)) {
            return command(arguments, from, CATCHING.contains(name));
        }
        if ((name.equals("pcall") || name.equals("xpcall")) && !arguments.isEmpty()) {
            return attempted(arguments, from);
        }
        List<LuaValue> values = arguments.stream().map(LuaArgument::value).toList();
        if (function.function() != null) {
            return own(function, values);
        }
        if (name.equals("table.insert")) {
            insert(arguments);
        }
        return LuaValues.called(name, values);
    }

    private LuaValue attempted(List<LuaArgument> arguments, int from) {
        LuaValue first = arguments.get(0).value();
        List<LuaArgument> rest = arguments.subList(1, arguments.size());
        if (RAISING.contains(first.resolved()) || CATCHING.contains(first.resolved())) {
            return command(rest, from, true);
        }
        return first.function() == null ? LuaValues.called("pcall", List.of()) : call(first, rest, from);
    }

    private LuaValue own(LuaValue function, List<LuaValue> values) {
        function.function().called(values, reading.loops(), reading.guards());
        return function.function().result();
    }

    private void insert(List<LuaArgument> arguments) {
        if (arguments.size() < 2) {
            return;
        }
        LuaVariable table = scopes.find(arguments.get(0).written().strip());
        if (table != null) {
            table.receive(arguments.get(arguments.size() - 1).value(), arguments.size() == 2);
        }
    }

    private LuaValue command(List<LuaArgument> written, int from, boolean caught) {
        List<Argument> arguments = spread(written);
        boolean named = !arguments.isEmpty() && arguments.get(0).literal();
        String command = named ? arguments.get(0).text().toUpperCase(Locale.ROOT) : "";
        List<Argument> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        RedisCall call = new RedisCall(command, rest, from, "", caught, List.of(), reading.guards());
        int number = reading.send(call, words.lastLine());
        return LuaValue.of("reply " + number).reply(number);
    }

    /** A table that is spread out gives its elements, as far as they are known, and itself for the others. */
    private static List<Argument> spread(List<LuaArgument> written) {
        List<Argument> all = new ArrayList<>();
        for (LuaArgument argument : written) {
            LuaValue value = argument.value();
            if (value.spread() && value.items() != null) {
                value.items().forEach(item -> all.add(item.argument(item.resolved())));
            }
            if (!value.spread() || value.items() == null || value.items().isEmpty()) {
                all.add(value.argument(argument.written()));
            }
        }
        return all;
    }
}
