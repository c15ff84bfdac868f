package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Metrics.DatabaseEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of databases and cells for people, as short as they can be without becoming ambiguous. */
final class Names {

    private final Map<String, String> databases = new LinkedHashMap<>();
    private final Map<List<Cell>, String> groups = new HashMap<>();
    private final List<Cell> cells;
    private final Words.ByDatabase words;

    Names(Metrics metrics) {
        cells = metrics.cells();
        words = new Words.ByDatabase(metrics);
        Map<String, Long> uses = metrics.databases().stream()
                .collect(Collectors.groupingBy(Names::productAndVersion, Collectors.counting()));
        for (DatabaseEntry entry : metrics.databases()) {
            String name = productAndVersion(entry);
            databases.put(entry.id(), uses.get(name) == 1 ? name : name + " (" + entry.provider() + ")");
        }
    }

    private static String productAndVersion(DatabaseEntry entry) {
        return (productName(entry.product()) + " " + entry.version()).trim();
    }

    static String productName(String product) {
        return switch (product) {
            case "postgresql" -> "PostgreSQL";
            case "sqlite" -> "SQLite";
            case "h2" -> "H2";
            case "mariadb" -> "MariaDB";
            case "mysql" -> "MySQL";
            case "redis" -> "Redis";
            case "redis-cluster" -> "Redis Cluster";
            case "valkey" -> "Valkey";
            case "valkey-cluster" -> "Valkey Cluster";
            default -> product;
        };
    }

    String database(String id) {
        return databases.getOrDefault(id, id);
    }

    /** What things are called there. */
    Words words(String database) {
        return words.of(database);
    }

    String cell(Cell cell) {
        return where(cell.database(), cell.scenario());
    }

    /** Empty parts mean every database, every scenario. */
    String where(String database, String scenario) {
        if (database.isEmpty() && scenario.isEmpty()) {
            return "everywhere";
        }
        String name = database.isEmpty() ? "every database" : database(database);
        return scenario.isEmpty() ? name : name + " · " + scenario;
    }

    /** Several cells of one changelog in as few words as possible. */
    String cells(Collection<Cell> group) {
        // Asked for every migration, and there are only so many groups of cells.
        return groups.computeIfAbsent(List.copyOf(group), this::named);
    }

    private String named(List<Cell> group) {
        Set<String> changelogs = group.stream().map(Cell::changelog).collect(Collectors.toSet());
        List<Cell> all = cells.stream()
                .filter(cell -> cell.ran() && changelogs.contains(cell.changelog()))
                .toList();
        if (all.size() > 1 && group.containsAll(all)) {
            return "everywhere";
        }
        Map<String, Set<String>> scenarios = scenarios(group);
        Map<String, Set<String>> every = scenarios(all);
        if (every.size() > 1
                && scenarios.keySet().equals(every.keySet())
                && scenarios.values().stream().distinct().count() == 1) {
            return where("", String.join(" + ", scenarios.values().iterator().next()));
        }
        return scenarios.entrySet().stream()
                .map(entry -> entry.getValue().size() > 1 && entry.getValue().equals(every.get(entry.getKey()))
                        ? database(entry.getKey())
                        : database(entry.getKey()) + " · " + String.join(" + ", entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Set<String>> scenarios(Collection<Cell> group) {
        Map<String, Set<String>> scenarios = new LinkedHashMap<>();
        for (Cell cell : group) {
            scenarios
                    .computeIfAbsent(cell.database(), key -> new LinkedHashSet<>())
                    .add(cell.scenario());
        }
        return scenarios;
    }
}
