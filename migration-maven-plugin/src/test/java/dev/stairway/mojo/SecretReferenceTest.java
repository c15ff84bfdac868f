package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferenceTest {

    @TempDir
    private Path base;

    @Test
    void aVariableIsRead() {
        assertThat(reference().value("password", "env:APP_PASSWORD")).isEqualTo("canary-1");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileIsReadFromTheProject() throws IOException {
        Path file = Files.writeString(base.resolve("app.secret"), "canary-2\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThat(reference().value("password", "file:app.secret")).isEqualTo("canary-2");
    }

    @Test
    void aServerOfTheSettingsIsRead() {
        assertThat(reference().value("password", "server:app")).isEqualTo("password of app");
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        assertThatThrownBy(() -> reference().value("password", "env:OTHER"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("variable OTHER is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tw33ty", "tw33ty:secret", "env:", "", "ENV:tw33ty"})
    void theSecretItselfIsRefusedAndNotRepeated(String value) {
        assertThatThrownBy(() -> reference().value("password", value))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("where the secret parameter password is")
                .message()
                .doesNotContain("tw33ty");
    }

    private SecretReference reference() {
        return new SecretReference(Map.of("APP_PASSWORD", "canary-1"), base, id -> "password of " + id);
    }
}
