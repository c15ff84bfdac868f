package dev.stairway.data.redis;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stairway.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Loads files of keys, whatever their size, in constant memory. */
final class Fixtures {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Fixtures() {}

    /** @throws ProblemException with file and line of what is wrong */
    static void load(Path file, BulkLoader loader) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            skipByteOrderMark(reader);
            if (name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
                json(file, reader, loader);
            } else if (name.endsWith(".csv")) {
                csv(file, reader, loader);
            } else if (name.endsWith(".redis")) {
                commands(file, reader, loader);
            } else {
                throw problem(file, 0, "unknown ending", null);
            }
            loader.flush();
        } catch (JsonProcessingException broken) {
            JsonLocation location = broken.getLocation();
            throw problem(file, location == null ? 0 : location.getLineNr(), broken.getOriginalMessage(), broken);
        } catch (CharacterCodingException other) {
            throw problem(file, 0, "it is not UTF-8", other);
        } catch (IOException unreadable) {
            throw problem(file, 0, unreadable.toString(), unreadable);
        }
    }

    /** Spreadsheets write one. */
    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    private static void json(Path file, BufferedReader reader, BulkLoader loader) throws IOException {
        try (MappingIterator<JsonNode> records = JSON.readerFor(JsonNode.class).readValues(reader)) {
            while (records.hasNextValue()) {
                int line = records.getCurrentLocation().getLineNr();
                JsonNode node = records.nextValue();
                write(file, line, loader, () -> KeyRecord.of(node));
            }
        }
    }

    private static void csv(Path file, BufferedReader reader, BulkLoader loader) throws IOException {
        Csv csv = new Csv(reader);
        List<String> header = read(file, csv);
        if (header == null || !header.contains("key") || !header.contains("value")) {
            throw problem(file, 1, "the first line must name the columns key, type, value, ttl", null);
        }
        for (List<String> next = read(file, csv); next != null; next = read(file, csv)) {
            List<String> values = next;
            write(file, csv.line(), loader, () -> record(header, values));
        }
    }

    private static List<String> read(Path file, Csv csv) throws IOException {
        try {
            return csv.next();
        } catch (IllegalArgumentException wrong) {
            throw problem(file, csv.line(), wrong.getMessage(), wrong);
        }
    }

    private static KeyRecord record(List<String> header, List<String> values) {
        if (values.size() != header.size()) {
            throw new IllegalArgumentException(header.size() + " values expected, " + values.size() + " found");
        }
        String type = column(header, values, "type");
        String ttl = column(header, values, "ttl");
        String value = column(header, values, "value");
        return new KeyRecord(
                column(header, values, "key"),
                type.isEmpty() ? "string" : type,
                type.isEmpty() || type.equals("string") ? JSON.getNodeFactory().textNode(value) : parse(value),
                ttl.isEmpty() ? KeyRecord.STAYS : KeyRecord.millis(ttl));
    }

    private static JsonNode parse(String value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the value is no JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    private static String column(List<String> header, List<String> values, String name) {
        int at = header.indexOf(name);
        return at < 0 ? "" : values.get(at);
    }

    private static void commands(Path file, BufferedReader reader, BulkLoader loader) throws IOException {
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            try {
                List<byte[]> words = CommandLine.words(line);
                if (!words.isEmpty()) {
                    loader.from(file + ":" + number).send(words.toArray(byte[][]::new));
                }
            } catch (IllegalArgumentException wrong) {
                throw problem(file, number, wrong.getMessage(), wrong);
            }
        }
    }

    /** Makes a record, or says what is wrong with it. */
    private interface Source {
        KeyRecord get();
    }

    private static void write(Path file, int line, BulkLoader loader, Source source) {
        try {
            source.get().write(loader.from(file + ":" + line));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw problem(file, line, wrong.getMessage(), wrong);
        }
    }

    private static ProblemException problem(Path file, int line, String seen, Exception cause) {
        return ProblemException.setup(
                "A fixture cannot be loaded",
                line == 0 ? file.toString() : file + ":" + line,
                String.valueOf(seen),
                "Records have key, type, value and ttl in seconds; files end in .json, .csv or .redis",
                cause);
    }
}
