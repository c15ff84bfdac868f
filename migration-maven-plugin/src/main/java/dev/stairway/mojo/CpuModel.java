package dev.stairway.mojo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The model of the processor: times of another one are not compared. */
final class CpuModel {

    /** Those of x86 name themselves in one field, those of other architectures in several numbers. */
    private static final List<String> FIELDS =
            List.of("model name", "CPU implementer", "CPU part", "CPU variant", "cpu", "machine");

    private static final long PATIENCE_SECONDS = 5;

    private CpuModel() {}

    /** Empty text where the system does not tell. */
    static String name() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        try {
            if (os.contains("linux")) {
                return linux(Files.readString(Path.of("/proc/cpuinfo"), StandardCharsets.ISO_8859_1));
            }
            if (os.contains("mac")) {
                return mac();
            }
        } catch (IOException e) {
            // Whatever is not told is unknown, and unknown is a model as well: nothing is worse than before.
            return "";
        }
        return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")).orElse("");
    }

    /** Of the first processor in {@code /proc/cpuinfo}. */
    static String linux(String cpuinfo) {
        List<String> parts = FIELDS.stream()
                .map(field -> value(cpuinfo, field))
                .flatMap(Optional::stream)
                .toList();
        return value(cpuinfo, "model name").orElse(String.join(" ", parts));
    }

    private static Optional<String> value(String cpuinfo, String field) {
        return cpuinfo.lines()
                .map(line -> line.split(":", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equals(field))
                .map(pair -> String.join(" ", Arrays.asList(pair[1].strip().split("\\s+"))))
                .findFirst();
    }

    /** See {@code man 8 sysctl}. */
    private static String mac() throws IOException {
        Process process = new ProcessBuilder("/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            String name = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? name : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } finally {
            process.destroyForcibly();
        }
    }
}
