package dev.stairway.lint;

import java.util.List;

/**
 * What a changelog has to run on: one product in the versions of the matrix.
 *
 * @param product lower-case name
 * @param versions at least one, ascending
 */
public record Targets(String product, List<Version> versions) {

    /** @param minor 0 where only the major is known, as of PostgreSQL */
    public record Version(int major, int minor) implements Comparable<Version> {

        /** From {@code 17}, {@code 3.45.1}, {@code 7.0.15}. */
        public static Version of(String text) {
            String[] parts = text.split("[^0-9]+");
            return new Version(Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
        }

        @Override
        public int compareTo(Version other) {
            return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
        }

        /** {@code 17} or {@code 3.45}. */
        @Override
        public String toString() {
            return minor == 0 ? Integer.toString(major) : major + "." + minor;
        }
    }

    public Targets {
        versions = versions.stream().sorted().toList();
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no version of " + product);
        }
    }

    public Version oldest() {
        return versions.get(0);
    }

    public Version newest() {
        return versions.get(versions.size() - 1);
    }

    /** True when at least one version is older than this one. */
    public boolean anyBefore(int major, int minor) {
        return oldest().compareTo(new Version(major, minor)) < 0;
    }

    /** True when at least one version is this one or a newer one. */
    public boolean anyFrom(int major, int minor) {
        return newest().compareTo(new Version(major, minor)) >= 0;
    }

    public boolean is(String name) {
        return product.equals(name);
    }
}
