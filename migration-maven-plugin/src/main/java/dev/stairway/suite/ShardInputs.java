package dev.stairway.suite;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.Planned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What all shards of a run must have in common: without it, they are no parts of one whole. Tells no secret. */
final class ShardInputs {

    private static final int DIGITS = 16;

    /** Runners may check out into different directories. */
    private static final SimpleModule NAMES_OF_FILES = new SimpleModule()
            .addSerializer(Path.class, new JsonSerializer<>() {
                @Override
                public void serialize(Path path, JsonGenerator out, SerializerProvider provider) throws IOException {
                    out.writeString(String.valueOf(path.getFileName()));
                }
            });

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(NAMES_OF_FILES)
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private ShardInputs() {}

    /** By name; where nothing was divided yet, without the changelogs and the division. */
    static Map<String, String> of(SuiteOptions options, List<ChangelogEntry> changelogs, List<Planned> matrix) {
        Map<String, String> inputs = new TreeMap<>();
        inputs.put("goal", options.goal());
        inputs.put("project", options.project());
        inputs.put("version of the plugin", options.tool().getOrDefault("plugin", ""));
        inputs.put("commit", options.shard().commit());
        inputs.put("run of the CI server", options.shard().run());
        inputs.put("seed", Long.toString(options.walk().seed()));
        inputs.put("databases", options.databases().toString());
        inputs.put(
                "scenarios",
                options.scenarios().stream()
                        .map(s -> s.name() + " " + s.rows())
                        .toList()
                        .toString());
        inputs.put("changelogs", digest(changelogs));
        inputs.put(
                "configuration",
                digest(Arrays.asList(
                        options.walk(),
                        options.scenarios(),
                        options.waivers(),
                        options.gate(),
                        options.perf(),
                        options.baseline() == null ? null : options.baseline().thresholds(),
                        options.cross(),
                        options.drill() == null
                                ? null
                                : Arrays.asList(
                                        options.drill().last(),
                                        options.drill().migrations(),
                                        options.drill().limits()),
                        options.verify() == null ? null : settings(options.verify()))));
        inputs.put("division", digest(matrix));
        return inputs;
    }

    /** Without the directory of the checkout. */
    private static List<Object> settings(VerifyOptions verify) {
        return Arrays.asList(
                verify.parts(),
                verify.rows(),
                verify.sizes(),
                verify.backups(),
                verify.rules(),
                verify.production(),
                verify.since().baseRef(),
                verify.since().onlyChangedSince());
    }

    private static String digest(Object anything) {
        try {
            byte[] text = JSON.writeValueAsString(anything).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                    .substring(0, DIGITS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Options are records, which can be written as JSON.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
