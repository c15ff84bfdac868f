package dev.stairway.baseline;

import dev.stairway.baseline.BaselineDocument.Cell;
import dev.stairway.baseline.BaselineDocument.Key;
import dev.stairway.baseline.BaselineDocument.Side;
import dev.stairway.baseline.BaselineDocument.Step;
import dev.stairway.measure.work.Counter;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads format 2; strict, because whoever misreads a hand-edited number judges by it. */
final class BaselineReader {

    private static final String[] CELL = {"changelog", "database", "rows", "recordedAt", "environment", "steps"};
    private static final String[] STEP = {
        "migration", "checksum", "rowsBefore", "up.millis", "up.work", "down.millis", "down.work"
    };
    private static final String[] ENVIRONMENT = {
        "cpu", "cores", "os", "jdk", "product", "server", "engine", "engineVersion", "plugin", "seed"
    };

    /** These may shrink. */
    private static final Set<String> SIGNED =
            Set.of(Counter.SIZE_BYTES.key(), Counter.BLOAT_BYTES.key(), Counter.MEMORY_BYTES.key());

    private final StrictJson json;

    private BaselineReader(StrictJson json) {
        this.json = json;
    }

    /** The version alone, whatever else the file holds; null when it has none. */
    static String version(byte[] text) throws IOException {
        String[] version = new String[1];
        try (StrictJson json = new StrictJson(text)) {
            json.document(name -> {
                if (name.equals("formatVersion")) {
                    version[0] = json.text();
                } else {
                    json.skip();
                }
            });
        }
        return version[0];
    }

    /** @throws StrictJson.Wrong when anything is not as this format says */
    static BaselineDocument read(byte[] text) throws IOException {
        try (StrictJson json = new StrictJson(text)) {
            return new BaselineReader(json).document();
        }
    }

    private BaselineDocument document() throws IOException {
        List<Cell> cells = new ArrayList<>();
        boolean[] seen = new boolean[1];
        json.document(name -> {
            switch (name) {
                case "formatVersion" -> json.text();
                case "cells" -> {
                    seen[0] = true;
                    cells(cells);
                }
                default -> throw json.unknown("formatVersion", "cells");
            }
        });
        json.complete(List.of("cells"), seen[0] ? cells : null);
        return new BaselineDocument(cells);
    }

    private void cells(List<Cell> cells) throws IOException {
        Set<Key> keys = new HashSet<>();
        Map<String, Object> fields = new TreeMap<>();
        json.objects(name -> fields.put(name, cellField(name)), () -> {
            json.complete(List.of(CELL), Arrays.stream(CELL).map(fields::get).toArray());
            Key key = new Key(
                    (String) fields.get("changelog"), (String) fields.get("database"), (Long) fields.get("rows"));
            if (!keys.add(key)) {
                throw json.wrong("the cell of " + key.changelog() + ", " + key.database() + " and " + key.rows()
                        + " rows is there twice");
            }
            @SuppressWarnings("unchecked")
            List<Step> steps = (List<Step>) fields.get("steps");
            cells.add(new Cell(key, (String) fields.get("recordedAt"), (Environment) fields.get("environment"), steps));
            fields.clear();
        });
    }

    private Object cellField(String name) throws IOException {
        return switch (name) {
            case "changelog", "database" -> json.text();
            case "rows" -> json.countingNumber();
            case "recordedAt" -> instant();
            case "environment" -> environment();
            case "steps" -> steps();
            default -> throw json.unknown(CELL);
        };
    }

    private String instant() throws IOException {
        String text = json.text();
        try {
            return Instant.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw json.wrong("the field recordedAt is " + text + ", it must be a time such as 2026-01-31T12:00:00Z");
        }
    }

    private Environment environment() throws IOException {
        Map<String, Object> fields = new TreeMap<>();
        json.value(name -> fields.put(name, environmentField(name)));
        json.complete(
                List.of(ENVIRONMENT),
                Arrays.stream(ENVIRONMENT).map(fields::get).toArray());
        return new Environment(
                (String) fields.get("cpu"),
                Math.toIntExact((Long) fields.get("cores")),
                (String) fields.get("os"),
                (String) fields.get("jdk"),
                (String) fields.get("product"),
                (String) fields.get("server"),
                (String) fields.get("engine"),
                (String) fields.get("engineVersion"),
                (String) fields.get("plugin"),
                (Long) fields.get("seed"));
    }

    private Object environmentField(String name) throws IOException {
        if (!List.of(ENVIRONMENT).contains(name)) {
            throw json.unknown(ENVIRONMENT);
        }
        return switch (name) {
            case "cores" -> json.countingNumber();
            case "seed" -> json.wholeNumber();
            default -> json.text();
        };
    }

    private List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        Set<String> migrations = new HashSet<>();
        Map<String, Object> fields = new TreeMap<>();
        json.objects(name -> fields.put(name, stepField(name)), () -> {
            json.complete(
                    List.of(STEP).subList(0, 3),
                    fields.get("migration"),
                    fields.get("checksum"),
                    fields.get("rowsBefore"));
            Step step = new Step(
                    (String) fields.get("migration"),
                    (String) fields.get("checksum"),
                    (Long) fields.get("rowsBefore"),
                    side("up", fields),
                    side("down", fields));
            if (!migrations.add(step.migration())) {
                throw json.wrong("the migration " + step.migration() + " is there twice in its cell");
            }
            steps.add(step);
            fields.clear();
        });
        return steps;
    }

    private Object stepField(String name) throws IOException {
        return switch (name) {
            case "migration", "checksum" -> json.text();
            case "rowsBefore" -> json.countingNumber();
            case "up.millis", "down.millis" -> millis();
            case "up.work", "down.work" -> work();
            default -> throw json.unknown(STEP);
        };
    }

    @SuppressWarnings("unchecked")
    private Side side(String direction, Map<String, Object> fields) throws StrictJson.Wrong {
        List<Double> millis = (List<Double>) fields.get(direction + ".millis");
        Map<String, Long> work = (Map<String, Long>) fields.get(direction + ".work");
        if (millis == null && work == null) {
            return null;
        }
        json.complete(List.of(direction + ".millis", direction + ".work"), millis, work);
        return new Side(millis, work);
    }

    private List<Double> millis() throws IOException {
        List<Double> millis = new ArrayList<>();
        json.numbers(() -> millis.add(json.positiveNumber()));
        return millis;
    }

    private Map<String, Long> work() throws IOException {
        Map<String, Long> work = new TreeMap<>();
        Set<String> known = Arrays.stream(Counter.values()).map(Counter::key).collect(Collectors.toSet());
        json.value(name -> {
            if (!known.contains(name)) {
                throw json.unknown(
                        Arrays.stream(Counter.values()).map(Counter::key).toArray(String[]::new));
            }
            work.put(name, SIGNED.contains(name) ? json.wholeNumber() : json.countingNumber());
        });
        return work;
    }
}
