package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.matrix.Scenario;
import dev.stairway.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** What the goal backup-test lets in. */
class BackupSettingsTest {

    @Test
    void oneMigrationIsEnoughAndNoneIsRefused() {
        assertThat(BackupSettings.last(1)).isEqualTo(1);
        assertThatThrownBy(() -> BackupSettings.last(0))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<last> is 0")
                .hasMessageContaining("-Dmigration.backupTest.last");
    }

    @Test
    void tablesMayBeEmptyOrFullButNoMore() {
        assertThat(BackupSettings.scenario(0)).isEqualTo(new Scenario("empty", 0, 0));
        assertThat(BackupSettings.scenario(100_000_000).rows()).isEqualTo(100_000_000);
        assertThatThrownBy(() -> BackupSettings.scenario(-1)).hasMessageContaining("<rows> is -1");
        assertThatThrownBy(() -> BackupSettings.scenario(100_000_001)).hasMessageContaining("<rows> is 100000001");
    }
}
