package dev.stairway.data.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes profiles: sorted and indented, so that a review sees what changed. */
public final class ProfileFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private ProfileFile() {}

    /**
     * Reads a profile.
     *
     * @throws ProblemException when it is missing or no profile
     */
    public static Profile read(Path file) {
        try {
            Profile profile = JSON.readValue(file.toFile(), Profile.class);
            if (!Profile.FORMAT_VERSION.equals(profile.formatVersion())) {
                throw problem(file, "formatVersion is " + profile.formatVersion(), null);
            }
            check(file, profile);
            return profile;
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            throw problem(file, "line " + line + ": " + broken.getOriginalMessage(), broken);
        } catch (IOException unreadable) {
            throw problem(file, Files.exists(file) ? "it cannot be read" : "the file does not exist", unreadable);
        }
    }

    /** A file that people may edit. */
    private static void check(Path file, Profile profile) {
        profile.tables().forEach((table, rows) -> {
            if (rows.rows() < 0) {
                throw problem(file, table + ": rows is " + rows.rows(), null);
            }
            rows.columns().forEach((name, column) -> {
                double common = column.topFrequencies().stream()
                        .mapToDouble(each -> each)
                        .sum();
                boolean fractions = column.nullFraction() >= 0 && column.nullFraction() <= 1 && common <= 1.01;
                ColumnProfile.TextLength length = column.textLength();
                boolean lengths = length == null || length.min() >= 0 && length.min() <= length.max();
                if (!fractions || !lengths || column.distinct() != null && column.distinct() < 0) {
                    throw problem(file, table + "." + name + ": a number is out of its range", null);
                }
            });
        });
    }

    private static ProblemException problem(Path file, String seen, Exception cause) {
        return ProblemException.setup(
                "The profile cannot be used",
                file.toString(),
                seen,
                "Write it anew with the goal migration:profile, or correct <profileFile>",
                cause);
    }

    public static void write(Profile profile, Path file) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, JSON.writer(printer).writeValueAsString(profile) + "\n");
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The profile cannot be written", file.toString(), e.toString(), "Correct <profileFile>", e);
        }
    }
}
