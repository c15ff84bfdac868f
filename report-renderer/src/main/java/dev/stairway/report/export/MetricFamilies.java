package dev.stairway.report.export;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Samples by family, as OpenMetrics wants them: all of a family together, each set of labels once, units at the end of names.
 */
final class MetricFamilies {

    private record Family(String head, Map<String, Double> samples) {}

    private final Map<String, Family> families = new LinkedHashMap<>();

    /** Of no effect when it is there already. */
    void family(String name, String type, String unit, String help) {
        families.computeIfAbsent(
                name,
                any -> new Family(
                        "# TYPE " + name + " " + type + "\n"
                                + (unit.isEmpty() ? "" : "# UNIT " + name + " " + unit + "\n") + "# HELP " + name + " "
                                + escaped(help) + "\n",
                        new LinkedHashMap<>()));
    }

    /** The last one counts where labels are the same. */
    void sample(String name, double value, String... labels) {
        samples(name).put(name + braced(labels), value);
    }

    /** Where labels are the same, values are added up. */
    void add(String name, double value, String... labels) {
        samples(name).merge(name + braced(labels), value, Double::sum);
    }

    private Map<String, Double> samples(String name) {
        Family family = families.get(name);
        return (family == null ? families.get(name.substring(0, name.lastIndexOf('_'))) : family).samples();
    }

    static String[] with(String[] labels, String... more) {
        String[] all = Arrays.copyOf(labels, labels.length + more.length);
        System.arraycopy(more, 0, all, labels.length, more.length);
        return all;
    }

    /** {@code walBytes} becomes {@code wal_bytes}; whatever no name may have becomes an underscore. */
    static String name(String camelCase) {
        return camelCase
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]", "_");
    }

    private static String braced(String... labels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? "{" : ",")
                    .append(labels[i])
                    .append("=\"")
                    .append(escaped(labels[i + 1]))
                    .append('"');
        }
        return labels.length == 0 ? "" : text.append('}').toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    String text() {
        StringBuilder text = new StringBuilder();
        families.values().forEach(family -> {
            text.append(family.head());
            family.samples()
                    .forEach((sample, value) -> text.append(sample)
                            .append(' ')
                            .append(number(value))
                            .append('\n'));
        });
        return text.append("# EOF\n").toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
