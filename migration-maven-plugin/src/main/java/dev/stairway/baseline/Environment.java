package dev.stairway.baseline;

import java.util.ArrayList;
import java.util.List;

/**
 * Where figures were taken. Figures of another environment are not compared: they would blame a migration for a machine.
 *
 * @param cpu model of the processor; empty where unknown
 * @param cores that the JVM may use
 * @param os operating system and architecture
 * @param jdk major version
 * @param product of the database
 * @param server exact version of the database; empty where unknown
 * @param engine name
 * @param engineVersion exact; empty where unknown
 * @param plugin major and minor version: another one may fill tables with other rows
 * @param seed of the generated rows
 */
record Environment(
        String cpu,
        int cores,
        String os,
        String jdk,
        String product,
        String server,
        String engine,
        String engineVersion,
        String plugin,
        long seed) {

    /** What times depend on apart from the versions of database and engine. */
    String machine() {
        return named(cpu) + ", " + cores + " cores, " + os + ", JDK " + jdk;
    }

    /** What differs for times, in words; empty when they are comparable. */
    String timesDiffer(Environment before) {
        List<String> words = new ArrayList<>();
        differs(words, "the processor", before.cpu, cpu);
        differs(words, "the number of cores", "" + before.cores, "" + cores);
        differs(words, "the operating system", before.os, os);
        differs(words, "the JDK", before.jdk, jdk);
        differs(words, product, before.server, server);
        differs(words, engine, before.engineVersion, engineVersion);
        rows(words, before);
        return String.join(", ", words);
    }

    /**
     * The same for counted work, which does not depend on the machine. Of versions the major one counts: patches do not change
     * what a statement does, and a gate that is off after each of them is none.
     */
    String workDiffers(Environment before) {
        List<String> words = new ArrayList<>();
        differs(words, product, major(before.server), major(server));
        differs(words, engine, major(before.engineVersion), major(engineVersion));
        rows(words, before);
        return String.join(", ", words);
    }

    private void rows(List<String> words, Environment before) {
        differs(words, "the kind of database", before.product, product);
        differs(words, "the engine", before.engine, engine);
        differs(words, "the plugin that fills the tables", before.plugin, plugin);
        differs(words, "the seed of the rows", "" + before.seed, "" + seed);
    }

    private static void differs(List<String> words, String what, String before, String now) {
        if (!before.equals(now)) {
            words.add(what + " was " + named(before) + " and is " + named(now));
        }
    }

    private static String named(String value) {
        return value.isEmpty() ? "unknown" : value;
    }

    /** The leading number; the whole text where it has none. */
    static String major(String version) {
        int end = 0;
        while (end < version.length() && Character.isDigit(version.charAt(end))) {
            end++;
        }
        return end == 0 ? version : version.substring(0, end);
    }
}
