package dev.stairway.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class MaskedConsoleTest {

    private static final Mask ONE = Mask.of(List.of("first-canary"));
    private static final Mask TWO = Mask.of(List.of("second-canary"));

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(bytes, true);

    @BeforeEach
    void watch() {
        System.setOut(console);
    }

    @AfterEach
    void restore() {
        System.setOut(before);
    }

    @Test
    void whatIsPrintedInPiecesShowsNoSecret() {
        try (MaskedConsole open = MaskedConsole.open(ONE)) {
            System.out.print("is it first-");
            System.out.print("can");
            System.out.flush();
            System.out.println("ary?");
        }

        assertThat(shown()).isEqualTo("is it ***?" + System.lineSeparator());
        assertThat(System.out).isSameAs(console);
    }

    @Test
    void twoMayEndInAnyOrderAndTheConsoleIsAsBefore() {
        MaskedConsole one = MaskedConsole.open(ONE);
        MaskedConsole two = MaskedConsole.open(TWO);
        System.out.println("first-canary second-canary");
        one.close();
        System.out.println("first-canary second-canary");
        two.close();
        System.out.println("first-canary second-canary");

        assertThat(shown().lines()).containsExactly("*** ***", "first-canary ***", "first-canary second-canary");
        assertThat(System.out).isSameAs(console);
    }

    @Test
    void aConsoleThatSomebodyElseReplacedIsLeftToThem() {
        PrintStream other = new PrintStream(new ByteArrayOutputStream());
        try (MaskedConsole open = MaskedConsole.open(ONE)) {
            System.setOut(other);
        }

        assertThat(System.out).isSameAs(other);
    }

    @Test
    void withoutSecretsTheConsoleIsNotTouched() {
        try (MaskedConsole open = MaskedConsole.open(Mask.NONE)) {
            assertThat(System.out).isSameAs(console);
        }
    }

    private String shown() {
        return bytes.toString(Charset.defaultCharset());
    }
}
