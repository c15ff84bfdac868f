package dev.stairway.run;

import dev.stairway.run.RedisCase.Expected;
import dev.stairway.run.RedisCase.Script;
import dev.stairway.run.WalkOptions.ExpectedLoss;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the files of cases. A case begins with {@code == its name}; what stands before the first one holds for every case
 * that does not say otherwise. Below each word its lines are indented:
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

    private final String group;
    private List<String> servers = List.of("6.2", "7.0");
    private String keys = "";
    private Script up;
    private Script down;
    private String verdict = "reversible";
    private List<Expected> findings = List.of();
    private List<ExpectedLoss> losses = List.of();
    private String never = "";
    private String gap = "";

    private RedisCases(String group) {
        this.group = group;
    }

    /** All cases of a folder of files. */
    static List<RedisCase> of(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(file -> read(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RedisCase> read(Path file) {
        String group = file.getFileName().toString().replace(".txt", "");
        try {
            List<String> parts = List.of(Files.readString(file).split("(?m)^== ", -1));
            return parts.stream()
                    .skip(1)
                    .map(part -> new RedisCases(group).named(parts.get(0), part))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RedisCase named(String common, String part) {
        String name = part.lines().findFirst().orElseThrow();
        try {
            sections(common);
            sections(part.substring(name.length()));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(group + ": " + name + ": " + wrong.getMessage(), wrong);
        }
        return new RedisCase(group, name, servers, keys, up, down, losses, verdict, findings, never, gap);
    }

    private void sections(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        for (int i = 0; i < lines.size(); ) {
            int end = i + 1;
            while (end < lines.size() && lines.get(end).startsWith("  ")) {
                end++;
            }
            String body = lines.subList(i + 1, end).stream()
                    .map(line -> line.substring(2))
                    .collect(Collectors.joining("\n"));
            section(lines.get(i).strip(), body);
            i = end;
        }
    }

    private void section(String head, String body) {
        String word = head.split(" ")[0];
        String rest = head.substring(word.length()).strip();
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
