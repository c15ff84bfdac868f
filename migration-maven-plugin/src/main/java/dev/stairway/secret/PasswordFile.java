package dev.stairway.secret;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A file that holds one password and that its owner alone can read. */
public final class PasswordFile {

    private static final int MOST_BYTES = 4096;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private final Path file;
    private final String setting;

    private PasswordFile(Path file, String setting) {
        this.file = file;
        this.setting = setting;
    }

    /**
     * Reads it; one line break at the end does not count.
     *
     * @param setting that names the file, for messages
     * @throws ProblemException when it cannot be read, when others than its owner may read or change it, or when it holds
     *     nothing or several lines; never with what it holds
     */
    public static String read(Path file, String setting) {
        return new PasswordFile(file, setting).read();
    }

    private String read() {
        if (!Files.isRegularFile(file)) {
            throw problem(
                    Files.exists(file) ? "The password file is no file" : "The password file does not exist",
                    "",
                    "Correct <" + setting + ">, or create the file and run: chmod 600 " + quoted());
        }
        try {
            refuseOthers();
            return password(bytes());
        } catch (IOException e) {
            throw problem("The password file cannot be read", e.toString(), "Check its owner and permissions");
        }
    }

    /** Of the file itself, not of a link to it. Windows has no such permissions, and a directory of the user's is enough there. */
    private void refuseOthers() throws IOException {
        PosixFileAttributeView posix =
                Files.getFileAttributeView(file.toRealPath(), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (posix == null) {
            return;
        }
        Set<PosixFilePermission> others = posix.readAttributes().permissions();
        others.retainAll(OTHERS);
        if (!others.isEmpty()) {
            throw problem(
                    "Others than its owner can use the password file",
                    others.stream()
                            .sorted()
                            .map(p -> p.name().toLowerCase(Locale.ROOT))
                            .toList()
                            .toString(),
                    "Run: chmod 600 " + quoted() + ", and change the password if others may have read it");
        }
    }

    private byte[] bytes() throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw problem(
                    "The password file is longer than " + MOST_BYTES + " bytes",
                    "",
                    "Name a file with the password and nothing else");
        }
        return bytes;
    }

    private String password(byte[] bytes) {
        String text = decoded(bytes).replaceFirst("\\r?\\n\\z", "");
        if (text.isEmpty()) {
            throw problem("The password file is empty", "", "Write the password into it");
        }
        if (text.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw problem(
                    "The password file holds more than one line",
                    "",
                    "Write the password into it and nothing else; no comment, no user name");
        }
        return text;
    }

    private String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw problem("The password file is not UTF-8", "", "Save it as UTF-8");
        }
    }

    private String quoted() {
        String name = file.toString();
        return name.matches("[A-Za-z0-9_./-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }

    private ProblemException problem(String what, String seen, String next) {
        return ProblemException.setup(what, file + ", of <" + setting + ">", seen, next, null);
    }
}
