package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.mojo.ConsoleConfirmation.Somebody;
import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a yes. */
class ConsoleConfirmationTest {

    private final List<String> shown = new ArrayList<>();

    private ConsoleConfirmation confirmation(boolean yes, boolean there, String answer) {
        Somebody somebody = new Somebody() {
            @Override
            public boolean there() {
                return there;
            }

            @Override
            public String answers(String text) {
                shown.add(text);
                return answer;
            }
        };
        return new ConsoleConfirmation(yes, somebody, new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                shown.add(content.toString());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "YES", " yes "})
    void yesIsYes(String answer) {
        ConsoleConfirmation confirmation = confirmation(false, true, answer);
        assertThatCode(confirmation::requireSomebody).doesNotThrowAnyException();
        assertThatCode(() -> confirmation.ask("Upgrade of shop")).doesNotThrowAnyException();
        assertThat(shown).containsExactly("Upgrade of shop" + System.lineSeparator() + "Type yes to go on: ");
    }

    /** The last one is the end of input, as of Ctrl-D. */
    @ParameterizedTest
    @ValueSource(strings = {"no", "y", "yess", "yes please", ""})
    @NullSource
    void anythingElseIsNo(String answer) {
        assertThatThrownBy(() -> confirmation(false, true, answer).ask("Upgrade of shop"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("It was not confirmed, and the database was not changed");
    }

    @Test
    void whereNobodyIsThereNothingBeginsUnlessYesWasSaidBefore() {
        assertThatThrownBy(() -> confirmation(false, false, null).requireSomebody())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Nobody is there to confirm this, and nothing was begun")
                .hasMessageContaining("-Dmigration.yes");
        ConsoleConfirmation said = confirmation(true, false, null);
        assertThatCode(said::requireSomebody).doesNotThrowAnyException();
        assertThatCode(() -> said.ask("Upgrade of shop")).doesNotThrowAnyException();
        assertThat(shown).containsExactly("Upgrade of shop (confirmed by migration.yes)");
    }

    @Test
    void inBatchModeThereIsNobodyWhateverTheConsole() {
        ConsoleConfirmation batch = ConsoleConfirmation.of(false, false, new SystemStreamLog());
        assertThatThrownBy(batch::requireSomebody).isInstanceOf(ProblemException.class);
    }
}
