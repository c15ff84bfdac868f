package dev.stairway.fingerprint.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.fingerprint.Floats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LogicalTypeTest {

    private static final String TIME = "\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{0,5}[1-9])?";

    @Test
    void decimals_are_written_as_the_shortest_number_in_the_declared_scale() {
        Random random = new Random(1);
        for (int scale = 0; scale <= 10; scale++) {
            LogicalType type = LogicalType.of("DECIMAL(18," + scale + ")");
            for (int i = 0; i < 2000; i++) {
                double value = BigDecimal.valueOf(random.nextInt(), random.nextInt(scale + 1))
                        .doubleValue();
                assertThat(text(type.canonical(value)))
                        .isEqualTo(Floats.shortest(value)
                                .setScale(scale, RoundingMode.UNNECESSARY)
                                .toPlainString());
            }
        }
    }

    @Test
    void a_decimal_that_does_not_fit_its_scale_is_told_from_the_rounded_one() {
        LogicalType type = LogicalType.of("DECIMAL(12,2)");

        assertThat(text(type.canonical(10.125))).isNotEqualTo(text(type.canonical(10.13)));
        assertThat(text(type.canonical(0.1 + 0.2))).isNotEqualTo(text(type.canonical(0.3)));
        assertThat(text(type.canonical(-0.0))).isEqualTo("0.00");
        assertThat(text(type.canonical(-0.5))).isEqualTo("-0.50");
        assertThat(text(type.canonical(10L))).isEqualTo(text(type.canonical(10.0)));
    }

    @Test
    void moments_fit_as_the_expression_for_postgresqls_output_does() {
        String date = "\\d{4}-\\d\\d-\\d\\d";
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            String text = mutated("2024-02-29 10:00:00.123456+00", random);
            assertThat(Moment.DATE.fits(text)).as(text).isEqualTo(Pattern.matches(date, text));
            assertThat(Moment.TIMESTAMP.fits(text)).as(text).isEqualTo(Pattern.matches(date + " " + TIME, text));
            assertThat(Moment.ZONED_TIMESTAMP.fits(text))
                    .as(text)
                    .isEqualTo(Pattern.matches(date + " " + TIME + "\\+00", text));
            String time = text.length() > 11 ? text.substring(11) : text;
            assertThat(Moment.TIME.fits(time)).as(time).isEqualTo(Pattern.matches(TIME, time));
        }
    }

    /** Cut to a length that is likely to matter, often with another character somewhere. */
    private static String mutated(String text, Random random) {
        int[] lengths = {10, 19, 20, 21, 23, 25, 26, 29};
        StringBuilder mutated = new StringBuilder(text.substring(0, lengths[random.nextInt(lengths.length)]));
        if (random.nextBoolean()) {
            mutated.setCharAt(random.nextInt(mutated.length()), "0 .:-+x".charAt(random.nextInt(7)));
        }
        if (random.nextBoolean()) {
            mutated.append("+00");
        }
        return mutated.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
