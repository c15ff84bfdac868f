package dev.stairway.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlCredentialsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:postgresql://ann:tw33ty@db/shop jdbc:postgresql://***@db/shop",
                "jdbc:postgresql://db/shop?user=ann&password=tw33ty jdbc:postgresql://db/shop?user=ann&password=***",
                "jdbc:mysql://db/shop?PASSWORD=tw33ty&x=1 jdbc:mysql://db/shop?PASSWORD=***&x=1",
                "jdbc:sqlserver://db;user=ann;password=tw33ty;x=1 jdbc:sqlserver://db;user=ann;password=***;x=1",
                "jdbc:h2:mem:a;PASSWORD=tw33ty jdbc:h2:mem:a;PASSWORD=***",
                "jdbc:oracle:thin:ann/tw33ty@db:1521:x jdbc:oracle:thin:***@db:1521:x",
                "jdbc:postgresql://db/s?sslpassword=tw33ty jdbc:postgresql://db/s?sslpassword=***",
                "redis://:tw33ty@cache:6379/0 redis://***@cache:6379/0"
            })
    void credentialsAreFoundAndHidden(String url, String masked) {
        assertThat(UrlCredentials.in(url)).isTrue();
        assertThat(UrlCredentials.masked(url)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.com:5432/shop",
                "jdbc:postgresql://db/shop?user=ann@corp",
                "jdbc:sqlite:shop.db",
                "jdbc:oracle:thin:@//db:1521/shop",
                "jdbc:mariadb://db/passwords"
            })
    void aUrlWithoutCredentialsStaysAsItIs(String url) {
        assertThat(UrlCredentials.in(url)).isFalse();
        assertThat(UrlCredentials.masked(url)).isEqualTo(url);
    }
}
