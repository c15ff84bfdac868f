package dev.stairway.database.redis;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a program says about its version; a program that cannot be loaded shows it here. */
final class Banner {

    private static final long SECONDS = 20;

    private Banner() {}

    static String of(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            try {
                process.getOutputStream().close();
                return read(program, process);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw unusable(program, String.valueOf(e.getMessage()), e);
        }
    }

    private static String read(Path program, Process process) throws IOException {
        String output = new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8).strip();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw unusable(program, "no answer within " + SECONDS + " s", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unusable(program, "interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw unusable(program, output, null);
        }
        return output;
    }

    private static ProblemException unusable(Path program, String seen, Exception cause) {
        return ProblemException.setup(
                "The Redis server cannot run on this machine", program.toString(), seen, next(seen), cause);
    }

    private static String next(String seen) {
        if (seen.contains("libssl") || seen.contains("libcrypto")) {
            return "Install OpenSSL 3, to which this program is linked, or use Redis 7.0, which needs no library";
        }
        if (seen.contains("error=2,")) {
            return "Check that the file is there; if it is, it was built for another C library: use Redis 7.0, which"
                    + " needs none";
        }
        return "Use another version of Redis, or name a program of this machine";
    }
}
