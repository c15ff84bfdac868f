package dev.stairway.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordFileTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"canary-42", "canary-42\n", "canary-42\r\n"})
    void oneLineBreakAtTheEndDoesNotCount(String content) throws IOException {
        assertThat(PasswordFile.read(file(content), "redisPasswordFile")).isEqualTo("canary-42");
    }

    @Test
    void blanksCount() throws IOException {
        assertThat(PasswordFile.read(file(" canary 42 \n"), "x")).isEqualTo(" canary 42 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-rw-rw-", "rw--w----"})
    void aFileThatOthersCanUseIsRefusedWithTheCommandToRun(String permissions) throws IOException {
        Path file = file("canary-42");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> PasswordFile.read(file, "redisPasswordFile"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Others than its owner")
                .hasMessageContaining("<redisPasswordFile>")
                .hasMessageContaining("chmod 600 " + file)
                .message()
                .doesNotContain("canary-42");
    }

    @Test
    void aFileThatOthersCanUseIsFoundBehindALink() throws IOException {
        Path file = file("canary-42");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);

        assertThatThrownBy(() -> PasswordFile.read(link, "x")).hasMessageContaining("Others than its owner");
    }

    @Test
    void aFileThatItsOwnerMayOnlyReadIsFine() throws IOException {
        Path file = file("canary-42");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        assertThat(PasswordFile.read(file, "x")).isEqualTo("canary-42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# the password\ncanary-42\n", "canary\u000042"})
    void aFileWithoutExactlyOnePasswordIsRefused(String content) throws IOException {
        Path file = file(content);

        assertThatThrownBy(() -> PasswordFile.read(file, "x"))
                .isInstanceOf(ProblemException.class)
                .message()
                .contains("Next: ")
                .doesNotContain("canary");
    }

    @Test
    void whatIsNoFileOrTooLongOrNotUtf8IsRefused() throws IOException {
        Path binary = file("");
        Files.write(binary, new byte[] {(byte) 0xC3, 'x'});
        Path big = file("x".repeat(5000));

        assertThatThrownBy(() -> PasswordFile.read(directory.resolve("none"), "x"))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> PasswordFile.read(directory, "x")).hasMessageContaining("is no file");
        assertThatThrownBy(() -> PasswordFile.read(binary, "x")).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> PasswordFile.read(big, "x")).hasMessageContaining("longer than");
    }

    private Path file(String content) throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path file = Files.createTempFile(directory, "password", ".txt");
        return Files.writeString(file, content);
    }
}
