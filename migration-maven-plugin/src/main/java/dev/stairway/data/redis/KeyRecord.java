package dev.stairway.data.redis;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * One key of a fixture.
 *
 * @param type as TYPE says it, or {@code hyperloglog}, {@code bitmap}, {@code geo}
 * @param value in the shape that suits the type
 * @param ttlMillis life time, or -1 for a key that stays
 */
record KeyRecord(String key, String type, JsonNode value, long ttlMillis) {

    static final long STAYS = -1;

    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    /** @throws IllegalArgumentException with what is wrong */
    static KeyRecord of(JsonNode node) {
        JsonNode key = node.get("key");
        JsonNode value = node.get("value");
        if (key == null || !key.isTextual() || value == null || value.isNull()) {
            throw new IllegalArgumentException("a record needs key and value");
        }
        JsonNode type = node.get("type");
        JsonNode ttl = node.get("ttl");
        return new KeyRecord(
                key.asText(),
                type == null ? "string" : type.asText(),
                value,
                ttl == null || ttl.isNull() ? STAYS : millis(ttl.asText()));
    }

    /** Seconds as text to milliseconds. */
    static long millis(String seconds) {
        long millis = new BigDecimal(seconds.strip()).multiply(MILLIS).longValueExact();
        if (millis <= 0) {
            throw new IllegalArgumentException("ttl must be more than 0 seconds; leave it out for a key that stays");
        }
        return millis;
    }

    void write(BulkLoader loader) {
        if (value.isContainerNode() && value.isEmpty() && !type.equals("string")) {
            throw new IllegalArgumentException("an empty " + type + " cannot exist");
        }
        byte[] name = bytes(key);
        loader.send(word("DEL"), name);
        switch (type) {
            case "string" ->
                loader.send(
                        word("SET"),
                        name,
                        value.isObject() && value.has("base64")
                                ? Base64.getDecoder().decode(value.get("base64").asText())
                                : text(value));
            case "hash" -> send(loader, "HSET", pairs(false));
            case "list" -> send(loader, "RPUSH", elements());
            case "set" -> send(loader, "SADD", elements());
            case "zset" -> send(loader, "ZADD", pairs(true));
            case "hyperloglog" -> send(loader, "PFADD", elements());
            case "geo" -> geo(loader, name);
            case "bitmap" -> elements().forEach(bit -> loader.send(word("SETBIT"), name, bit, word("1")));
            case "stream" -> stream(loader, name);
            default -> throw new IllegalArgumentException("unknown type " + type);
        }
        if (ttlMillis != STAYS) {
            loader.send(word("PEXPIRE"), name, word(Long.toString(ttlMillis)));
        }
    }

    private void send(BulkLoader loader, String command, List<byte[]> arguments) {
        List<byte[]> all = new ArrayList<>(List.of(word(command), bytes(key)));
        all.addAll(arguments);
        loader.send(all.toArray(byte[][]::new));
    }

    private List<byte[]> elements() {
        require(value.isArray(), "an array");
        List<byte[]> elements = new ArrayList<>();
        value.forEach(element -> elements.add(text(element)));
        return elements;
    }

    private List<byte[]> pairs(boolean valueFirst) {
        require(value.isObject(), "an object");
        List<byte[]> pairs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            byte[] name = bytes(entry.getKey());
            byte[] content = text(entry.getValue());
            pairs.add(valueFirst ? content : name);
            pairs.add(valueFirst ? name : content);
        }
        return pairs;
    }

    private void geo(BulkLoader loader, byte[] name) {
        require(value.isObject(), "an object of member to [longitude, latitude]");
        value.properties()
                .forEach(entry -> loader.send(
                        word("GEOADD"),
                        name,
                        text(entry.getValue().path(0)),
                        text(entry.getValue().path(1)),
                        bytes(entry.getKey())));
    }

    private void stream(BulkLoader loader, byte[] name) {
        require(value.isArray(), "an array of {id, fields}");
        for (JsonNode entry : value) {
            List<byte[]> command = new ArrayList<>(
                    List.of(word("XADD"), name, bytes(entry.path("id").asText("*"))));
            entry.path("fields").properties().forEach(field -> {
                command.add(bytes(field.getKey()));
                command.add(text(field.getValue()));
            });
            loader.send(command.toArray(byte[][]::new));
        }
    }

    private void require(boolean fits, String shape) {
        if (!fits) {
            throw new IllegalArgumentException("the value of a " + type + " must be " + shape);
        }
    }

    /** A text as it is, anything else as JSON. */
    private static byte[] text(JsonNode node) {
        return bytes(node.isTextual() ? node.asText() : node.toString());
    }

    private static byte[] word(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
