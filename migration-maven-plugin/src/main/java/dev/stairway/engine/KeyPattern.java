package dev.stairway.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of many keys at once: {@code session:user:{id}}. A part in braces stands for one or more characters other than a
 * colon, {@code {rest*}} for any characters; {@code {{} and {@code }}} are the braces of a hash tag themselves. Read once,
 * since it is asked for every key.
 */
public final class KeyPattern {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{|}}|\\{([A-Za-z]\\w*)(\\*?)}|([{}])|([^{}]+)");

    private final String text;
    private final List<Token> tokens;
    private final Set<String> parts = new LinkedHashSet<>();
    private final Pattern regex;

    /** @param text as declared */
    public KeyPattern(String text) {
        this.text = text;
        this.tokens = tokens(text);
        tokens.stream().filter(token -> !token.name().isEmpty()).forEach(token -> parts.add(token.name()));
        this.regex = regex(tokens);
    }

    /** As declared. */
    public String text() {
        return text;
    }

    private record Token(String literal, String name, boolean anything) {}

    /** Names of the parts in braces, in order. */
    public Set<String> parts() {
        return Collections.unmodifiableSet(parts);
    }

    /** The parts of a key that has this shape; empty when it has not. */
    public Optional<Map<String, String>> match(String key) {
        Matcher matcher = regex.matcher(key);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        parts.forEach(part -> values.put(part, matcher.group(part)));
        return Optional.of(values);
    }

    /** The key with these parts filled in. */
    public String fill(Map<String, String> values) {
        StringBuilder key = new StringBuilder();
        for (Token token : tokens) {
            key.append(token.name().isEmpty() ? token.literal() : values.get(token.name()));
        }
        return key.toString();
    }

    /** A glob for SCAN that finds every key of this shape, and perhaps more. */
    public String glob() {
        StringBuilder glob = new StringBuilder();
        for (Token token : tokens) {
            glob.append(token.name().isEmpty() ? token.literal().replaceAll("[*?\\[\\]\\\\]", "\\\\$0") : "*");
        }
        return glob.toString();
    }

    /** A part that comes twice must have the same value both times. */
    private static Pattern regex(List<Token> tokens) {
        StringBuilder regex = new StringBuilder();
        Set<String> seen = new LinkedHashSet<>();
        for (Token token : tokens) {
            if (token.name().isEmpty()) {
                regex.append(Pattern.quote(token.literal()));
            } else if (seen.add(token.name())) {
                regex.append("(?<").append(token.name()).append('>').append(token.anything() ? ".+)" : "[^:]+)");
            } else {
                regex.append("\\k<").append(token.name()).append('>');
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (token.group(3) != null) {
                throw new IllegalArgumentException(
                        "a brace in '" + text + "' stands alone; write {{ or }} for the brace"
                                + " of a hash tag, {name} for a part that varies");
            }
            boolean part = token.group(1) != null;
            String literal =
                    token.group(4) != null ? token.group(4) : token.group().substring(0, 1);
            tokens.add(new Token(part ? "" : literal, part ? token.group(1) : "", "*".equals(token.group(2))));
        }
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("a key is missing");
        }
        return tokens;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyPattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
