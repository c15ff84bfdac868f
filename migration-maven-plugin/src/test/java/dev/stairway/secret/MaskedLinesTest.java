package dev.stairway.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MaskedLinesTest {

    private static final String SECRET = "Canary7Q9zXw2Lp";

    private final List<String> lines = new ArrayList<>();

    @Test
    void aLineWithoutSecretsGoesOnAtOnce() {
        MaskedLines masked = mask().lines(lines::add);

        masked.accept("Walking postgresql 17");
        masked.accept("");

        assertThat(lines).containsExactly("Walking postgresql 17", "");
    }

    @Test
    void aSecretOverTwoLinesIsHidden() {
        try (MaskedLines masked = mask().lines(lines::add)) {
            masked.accept("password: Canary7");
            assertThat(lines).as("kept back").isEmpty();
            masked.accept("    Q9zXw2Lp, and more");
            masked.accept("end");
        }

        assertThat(lines).containsExactly("password: ***, and more", "end");
    }

    @Test
    void whatOnlyBeganLikeASecretComesOutAsItWas() {
        try (MaskedLines masked = mask().lines(lines::add)) {
            masked.accept("a Canary");
            masked.accept("sings");
            masked.accept("Canary7");
        }

        assertThat(lines).containsExactly("a Canary", "sings", "Canary7");
    }

    /** Every encoding, cut into pieces of every size from one character on. */
    @TestFactory
    Stream<DynamicTest> aSecretIsHiddenWhereverTheStreamIsCut() {
        return Encodings.of(SECRET).entrySet().stream()
                .map(encoded -> DynamicTest.dynamicTest(encoded.getKey(), () -> cutEverywhere(encoded)));
    }

    private static void cutEverywhere(Map.Entry<String, String> encoded) {
        String text = "[ " + encoded.getValue() + " ]\nnext\n";
        String whole = mask().of(text);
        for (int size = 1; size <= text.length(); size++) {
            StringBuilder out = new StringBuilder();
            MaskedFlow flow = new MaskedFlow(mask(), out::append);
            for (int start = 0; start < text.length(); start += size) {
                flow.accept(text.substring(start, Math.min(text.length(), start + size)));
            }
            flow.end();
            assertThat(out.toString()).as("in pieces of " + size).isEqualTo(whole);
        }
    }

    @Test
    void randomTextInRandomPiecesIsMaskedAsAWhole() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < 12; k++) {
                List<String> all = List.copyOf(Encodings.of(SECRET).values());
                String piece = all.get(random.nextInt(all.size()));
                text.append(random.nextBoolean() ? piece : piece.substring(0, random.nextInt(piece.length())))
                        .append(random.nextBoolean() ? " # " : "\n");
            }
            StringBuilder out = new StringBuilder();
            MaskedFlow flow = new MaskedFlow(mask(), out::append);
            for (int start = 0; start < text.length(); ) {
                int end = Math.min(text.length(), start + 1 + random.nextInt(30));
                flow.accept(text.substring(start, end));
                start = end;
            }
            flow.end();
            assertThat(out.toString()).doesNotContainIgnoringCase(SECRET).doesNotContain("Q2FuYXJ5N1E5elh3Mkxw");
        }
    }

    private static Mask mask() {
        return Mask.of(List.of(SECRET));
    }
}
