package dev.stairway.data.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes keys that look like the examples of one pattern: same type, fields and life time; the key's identifiers and what
 * is different in every example (a name, an address) get new values, what repeats itself (a status) does not.
 */
final class Likeness {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final String WHOLE = "";
    private static final int SHORTEST_ID = 2;

    private final List<Example> examples;
    private final Map<String, Set<String>> seen = new HashMap<>();
    private final long seed;

    Likeness(List<Example> examples, long seed) {
        this.examples = examples;
        this.seed = seed;
        examples.forEach(this::learn);
    }

    private void learn(Example example) {
        List<byte[]> content = example.content();
        if (example.type().equals("hash")) {
            for (int i = 0; i < content.size(); i += 2) {
                learn(KeyShape.text(content.get(i)), KeyShape.text(content.get(i + 1)));
            }
        } else if (example.type().equals("string") && !content.isEmpty()) {
            ObjectNode object = object(content.get(0));
            if (object == null) {
                learn(WHOLE, KeyShape.text(content.get(0)));
            } else {
                object.properties()
                        .forEach(field -> learn(field.getKey(), field.getValue().asText()));
            }
        }
    }

    private void learn(String field, String value) {
        seen.computeIfAbsent(field, name -> new HashSet<>()).add(value);
    }

    /** The key for a number; the same number gives keys of all patterns the same identifiers. */
    byte[] key(long number) {
        KeyShape shape = model(number).shape();
        return shape.key(shape.newIds(seed, number));
    }

    void write(BulkLoader loader, long number) {
        Example model = model(number);
        List<String> newIds = model.shape().newIds(seed, number);
        byte[] key = model.shape().key(newIds);
        if (model.content().isEmpty()) {
            loader.copy(model.key(), key);
            return;
        }
        List<byte[]> command = new ArrayList<>(List.of(BulkLoader.latin(command(model.type())), key));
        command.addAll(content(model, newIds, number));
        loader.send(command.toArray(byte[][]::new));
        if (model.ttlMillis() > 0) {
            loader.send(BulkLoader.latin("PEXPIRE"), key, Digits.of(model.ttlMillis()));
        }
    }

    private Example model(long number) {
        return examples.get((int) Long.remainderUnsigned(number, examples.size()));
    }

    private static String command(String type) {
        return switch (type) {
            case "string" -> "SET";
            case "hash" -> "HSET";
            case "list" -> "RPUSH";
            case "set" -> "SADD";
            default -> "ZADD";
        };
    }

    private List<byte[]> content(Example model, List<String> newIds, long number) {
        List<byte[]> old = model.content();
        List<byte[]> fresh = new ArrayList<>(old.size());
        boolean sorted = model.type().equals("zset");
        boolean pairs = sorted || model.type().equals("hash");
        for (int i = 0; i < old.size(); i += pairs ? 2 : 1) {
            if (model.type().equals("hash")) {
                fresh.add(old.get(i));
                fresh.add(vary(KeyShape.text(old.get(i)), old.get(i + 1), model, newIds, number));
            } else if (sorted) {
                fresh.add(old.get(i + 1));
                fresh.add(BulkLoader.latin(renamed(KeyShape.text(old.get(i)), model, newIds)));
            } else if (model.type().equals("string")) {
                fresh.add(string(old.get(i), model, newIds, number));
            } else {
                fresh.add(BulkLoader.latin(renamed(KeyShape.text(old.get(i)), model, newIds)));
            }
        }
        return fresh;
    }

    private byte[] string(byte[] old, Example model, List<String> newIds, long number) {
        ObjectNode object = object(old);
        if (object == null) {
            return vary(WHOLE, old, model, newIds, number);
        }
        for (Map.Entry<String, JsonNode> field : Set.copyOf(object.properties())) {
            String was = field.getValue().asText();
            String is = vary(field.getKey(), was, model, newIds, number);
            if (field.getValue().isTextual()) {
                object.put(field.getKey(), is);
            } else if (field.getValue().isIntegralNumber() && !is.equals(was)) {
                object.put(field.getKey(), new java.math.BigInteger(is));
            }
        }
        try {
            return JSON.writeValueAsBytes(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] vary(String field, byte[] old, Example model, List<String> newIds, long number) {
        return BulkLoader.latin(vary(field, KeyShape.text(old), model, newIds, number));
    }

    private String vary(String field, String old, Example model, List<String> newIds, long number) {
        String renamed = renamed(old, model, newIds);
        if (!renamed.equals(old)) {
            return renamed;
        }
        if (NewIds.identifies(old)) {
            return NewIds.like(old, seed, number);
        }
        boolean unique =
                examples.size() > 1 && seen.getOrDefault(field, Set.of()).size() == examples.size();
        if (!unique || old.isEmpty()) {
            return old;
        }
        boolean digits = old.length() < 18 && old.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean letters = old.chars().allMatch(c -> c >= ' ');
        return digits ? Long.toString(Long.parseLong(old) + number % 1000 + 1) : letters ? old + number : old;
    }

    /** The old key's identifiers inside a value become the new key's. */
    private static String renamed(String old, Example model, List<String> newIds) {
        String text = old;
        for (int i = 0; i < newIds.size(); i++) {
            String id = model.shape().ids().get(i);
            if (id.length() >= SHORTEST_ID || text.equals(id)) {
                text = text.replace(id, newIds.get(i));
            }
        }
        return text;
    }

    private static ObjectNode object(byte[] text) {
        if (text.length < 2 || text[0] != '{') {
            return null;
        }
        try {
            return JSON.readTree(text) instanceof ObjectNode object ? object : null;
        } catch (IOException noJson) {
            return null;
        }
    }
}
