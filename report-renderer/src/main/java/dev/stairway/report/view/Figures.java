package dev.stairway.report.view;

/** Names of measured figures for people, and their values with units. */
final class Figures {

    private Figures() {}

    /** Of {@code up.walBytes}: {@code up, log written}. */
    static String title(String metric) {
        int dot = metric.indexOf('.');
        return dot < 0 ? name(metric) : metric.substring(0, dot) + ", " + name(metric.substring(dot + 1));
    }

    /** Of a figure without its direction; one that this renderer does not know keeps its key. */
    static String name(String figure) {
        return switch (figure) {
            case Cost.MILLIS -> "time";
            case "walBytes" -> "log written (WAL)";
            case "blocks" -> "pages touched";
            case "blocksRead" -> "pages read from disk";
            case "blocksDirtied" -> "pages made dirty";
            case "rowsRead" -> "rows read";
            case "rowsWritten" -> "rows written";
            case "tempBytes" -> "temporary files";
            case "sizeBytes" -> "growth of the database";
            case "bloatBytes" -> "empty space left";
            case "statements" -> "statements";
            case "vmSteps" -> "steps of the virtual machine";
            case "pages" -> "pages of the file";
            case "calls" -> "commands";
            case "dirty" -> "changes";
            case "memoryBytes" -> "growth of memory";
            default -> figure;
        };
    }

    /** Null becomes a dash. */
    static String value(String metric, Double value) {
        if (value == null) {
            return Units.NOTHING;
        }
        if (metric.endsWith("illis")) {
            return value == 0 ? "0 ms" : Units.millis(value);
        }
        return metric.endsWith("ytes") ? Units.bytes(value) : Units.count(Math.round(value));
    }

    /** A round value at an axis. */
    static String tick(String metric, double value) {
        if (metric.endsWith("illis") && value >= 60_000) {
            return Units.count(Math.round(value / 1000)) + " s";
        }
        return value == 0
                ? "0"
                : value(metric, value).replaceFirst("\\.0+ ", " ").replaceFirst("(\\.[1-9])0 ", "$1 ");
    }

    /** With the ends of its interval where they are known and differ, for example {@code 12.0 ms (11.5 to 13.0)}. */
    static String range(String metric, Double value, Double low, Double high) {
        String ends = value == null ? "" : ends(metric, low, high);
        return value(metric, value) + (ends.isEmpty() ? "" : " (" + ends + ")");
    }

    /** Empty where they are unknown or read the same. */
    static String ends(String metric, Double low, Double high) {
        String from = value(metric, low);
        String to = value(metric, high);
        return low == null || high == null || from.equals(to) ? "" : from + " to " + to;
    }

    /** What an axis of such a figure counts in: 1 024 bytes to a power, else one. */
    static double unit(String metric, double largest) {
        if (!metric.endsWith("ytes")) {
            return 1;
        }
        return Math.pow(1024, Math.max(0, Math.floor(Math.log(Math.max(1, largest)) / Math.log(1024))));
    }
}
