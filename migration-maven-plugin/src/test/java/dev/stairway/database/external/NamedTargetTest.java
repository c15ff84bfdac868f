package dev.stairway.database.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a URL of an operation may say, and what nobody ever reads of it. */
class NamedTargetTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://DB.example.com:5432/shop, jdbc:postgresql://db.example.com:5432/shop",
        "jdbc:postgresql://db:5432/shop?sslmode=verify-full, jdbc:postgresql://db:5432/shop",
        "jdbc:sqlite:/srv/shop.db, jdbc:sqlite:/srv/shop.db",
        "redis://ann@cache:6379/3, redis://cache:6379/3",
        "rediss://cache:6379/0, rediss://cache:6379/0"
    })
    void aPlainUrlSaysWhereItIs(String url, String place) {
        assertThat(new NamedTarget(url, "ann", "canary-7").place()).isEqualTo(place);
        assertThat(new NamedTarget(url, "ann", "canary-7").toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://ann:canary-7@db:5432/shop",
                "jdbc:postgresql://db:5432/shop?user=ann&password=canary-7",
                "jdbc:postgresql://db:5432/shop?socketFactory=canary-7",
                "jdbc:postgresql://one,canary-7:5432/shop",
                "jdbc:sqlite::resource:canary-7",
                "jdbc:sqlite:/srv/shop.db?password=canary-7",
                "redis://ann:canary-7@cache:6379/0",
                "jdbc:oracle:thin:ann/canary-7@db:1521/shop",
                "mysql://ann:canary-7@db/shop"
            })
    void whatSaysMoreIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> new NamedTarget(url, "", "").place())
                .hasMessageContaining("Next")
                .hasMessageNotContaining("canary-7");
    }

    @Test
    void nothingIsNoDatabase() {
        assertThatThrownBy(() -> new NamedTarget(null, null, null).place())
                .hasMessageStartingWith("No database is named");
    }
}
