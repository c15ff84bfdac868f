package dev.stairway.mojo;

import java.util.Map;
import java.util.TreeMap;

/** What a run was made with, as the metrics record it. */
final class ToolVersions {

    private ToolVersions() {}

    /**
     * Reads the rest from this JVM.
     *
     * @param plugin null when Maven does not say
     * @param maven null when Maven does not say
     */
    static Map<String, String> of(String plugin, String maven) {
        Map<String, String> tool = new TreeMap<>();
        tool.put("plugin", String.valueOf(plugin));
        tool.put("maven", String.valueOf(maven));
        tool.put("java", Runtime.version().toString());
        tool.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        tool.put("cpu", CpuModel.name());
        tool.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        return tool;
    }
}
