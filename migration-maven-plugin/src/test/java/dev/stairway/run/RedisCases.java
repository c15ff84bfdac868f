package dev.stairway.run;

import dev.stairway.judge.ExpectedLoss;
import dev.stairway.run.RedisCase.Expected;
import dev.stairway.run.RedisCase.Script;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the cases of a {@link CaseFile}. Their words, with the lines below each:
 *
 * <pre>
 * keys                     commands; one with {n} stands for six, with 1 to 6 in its place
 * up each session:{id}     Lua for every such key, which is there as "key", and its "id"; "call" is redis.call
 * up lua, up redis         a whole script, or a file of commands
 * down ...                 the same; "down none" for none
 * servers 7.0
 * loses session:user:{id} | 8
 * verdict reversible
 * finds rule-id | text | text
 * never rule-id
 * gap why the product does not find it yet
 * </pre>
 */
final class RedisCases {

    private static final int MANY = 6;

    private static final String EACH = """
            -- stairway: keys %1$s*
            local call = redis.call
            for _, key in ipairs(KEYS) do
              local id = string.match(key, '^%2$s(%%w+)$')
              if id and call('EXISTS', key) == 1 then
            %3$s
              end
            end
            """;

    private List<String> servers = List.of("6.2", "7.0");
    private String keys = "";
    private Script up;
    private Script down;
    private String verdict = "reversible";
    private List<Expected> findings = List.of();
    private List<ExpectedLoss> losses = List.of();
    private String never = "";
    private String gap = "";

    private RedisCases() {}

    /** All cases of a folder of files. */
    static List<RedisCase> of(Path folder) {
        return CaseFile.in(folder).stream()
                .flatMap(file -> file.cases().stream().map(text -> new RedisCases().read(file, text)))
                .toList();
    }

    private RedisCase read(CaseFile file, String text) {
        file.read(text, this::section);
        return new RedisCase(
                file.group(), CaseFile.name(text), servers, keys, up, down, losses, verdict, findings, never, gap);
    }

    private void section(String word, String rest, List<String> below) {
        String body = below.stream().map(line -> line.substring(2)).collect(Collectors.joining("\n"));
        switch (word) {
            case "keys" -> keys = repeated(body);
            case "also" -> keys = keys + "\n" + repeated(body);
            case "up" -> up = script(rest, body);
            case "down" -> down = script(rest, body);
            case "servers" -> servers = List.of(rest.split(" "));
            case "verdict" -> verdict = rest;
            case "finds" -> findings = added(findings, expected(rest));
            case "loses" -> losses = List.of(loss(rest));
            case "never" -> never = rest;
            case "gap" -> gap = rest;
            default -> throw new IllegalArgumentException("there is no '" + word + "'");
        }
    }

    private static Expected expected(String text) {
        List<String> parts = Arrays.stream(text.split("\\|")).map(String::strip).toList();
        return new Expected(parts.get(0), parts.subList(1, parts.size()));
    }

    private static ExpectedLoss loss(String text) {
        String[] parts = text.split("\\|");
        return new ExpectedLoss("*", parts[0].strip(), "", Long.parseLong(parts[1].strip()));
    }

    private static List<Expected> added(List<Expected> before, Expected another) {
        List<Expected> all = new ArrayList<>(before);
        all.add(another);
        return List.copyOf(all);
    }

    private static Script script(String kind, String body) {
        return switch (kind.split(" ")[0]) {
            case "none" -> null;
            case "lua", "redis" -> new Script(kind, body + "\n");
            case "each" -> new Script("lua", each(kind.substring("each ".length()), body));
            default -> throw new IllegalArgumentException("there is no script of the kind '" + kind + "'");
        };
    }

    private static String each(String pattern, String body) {
        String prefix = pattern.replace("{id}", "");
        return EACH.formatted(prefix, prefix.replace("-", "%-"), body.indent(4).stripTrailing());
    }

    private static String repeated(String body) {
        return body.lines()
                .flatMap(line -> line.contains("{n}")
                        ? IntStream.rangeClosed(1, MANY).mapToObj(n -> line.replace("{n}", Integer.toString(n)))
                        : Stream.of(line))
                .collect(Collectors.joining("\n"));
    }
}
