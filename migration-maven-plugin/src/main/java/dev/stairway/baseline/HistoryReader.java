package dev.stairway.baseline;

import dev.stairway.baseline.HistoryDocument.Key;
import dev.stairway.baseline.HistoryDocument.Run;
import dev.stairway.baseline.HistoryDocument.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@link HistoryText} writes; as strict as the reader of the baseline. */
final class HistoryReader {

    private static final String[] RUN = {"at", "machine"};
    private static final String[] TRACE = {"changelog", "database", "rows", "migration", "checksum", "medians"};

    private final StrictJson json;
    private final List<Run> runs = new ArrayList<>();
    private final Map<Key, Trace> traces = new LinkedHashMap<>();

    private HistoryReader(StrictJson json) {
        this.json = json;
    }

    /** @throws StrictJson.Wrong when anything is not as this format says */
    static HistoryDocument read(byte[] text) throws IOException {
        try (StrictJson json = new StrictJson(text)) {
            return new HistoryReader(json).document();
        }
    }

    private HistoryDocument document() throws IOException {
        json.document(name -> {
            switch (name) {
                case "formatVersion" -> version(json.text());
                case "runs" -> runs();
                case "migrations" -> migrations();
                default -> throw json.unknown("formatVersion", "runs", "migrations");
            }
        });
        return new HistoryDocument(runs, traces);
    }

    private void version(String version) throws IOException {
        if (!version.equals(HistoryDocument.FORMAT_VERSION)) {
            throw json.wrong(
                    "the field formatVersion is " + version + ", this plugin reads " + HistoryDocument.FORMAT_VERSION);
        }
    }

    private void runs() throws IOException {
        Map<String, String> fields = new TreeMap<>();
        json.objects(
                name -> {
                    if (!List.of(RUN).contains(name)) {
                        throw json.unknown(RUN);
                    }
                    fields.put(name, json.text());
                },
                () -> {
                    json.complete(List.of(RUN), fields.get("at"), fields.get("machine"));
                    runs.add(new Run(fields.get("at"), fields.get("machine")));
                    fields.clear();
                });
    }

    private void migrations() throws IOException {
        Map<String, Object> fields = new TreeMap<>();
        json.objects(name -> fields.put(name, field(name)), () -> {
            json.complete(List.of(TRACE), Arrays.stream(TRACE).map(fields::get).toArray());
            Key key = new Key(
                    (String) fields.get("changelog"),
                    (String) fields.get("database"),
                    (Long) fields.get("rows"),
                    (String) fields.get("migration"));
            @SuppressWarnings("unchecked")
            Map<String, List<Double>> medians = (Map<String, List<Double>>) fields.get("medians");
            if (traces.put(key, new Trace((String) fields.get("checksum"), medians)) != null) {
                throw json.wrong("the migration " + key.migration() + " is there twice in its cell");
            }
            fields.clear();
        });
    }

    private Object field(String name) throws IOException {
        return switch (name) {
            case "changelog", "database", "migration", "checksum" -> json.text();
            case "rows" -> json.countingNumber();
            case "medians" -> medians();
            default -> throw json.unknown(TRACE);
        };
    }

    private Map<String, List<Double>> medians() throws IOException {
        Map<String, List<Double>> medians = new LinkedHashMap<>();
        json.value(name -> {
            List<Double> values = json.numberOrNumbers();
            if (values.size() == 1) {
                medians.put(name, Collections.nCopies(runs.size(), values.get(0)));
            } else if (values.size() == runs.size()) {
                medians.put(name, values);
            } else {
                throw json.wrong("there are " + values.size() + " values for " + runs.size() + " runs");
            }
        });
        return medians;
    }
}
