package dev.stairway.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MaskTest {

    private static final List<String> SECRETS = List.of(
            "Canary7Q9zXw2Lp",
            "pA$s'w\"ö rd/\\<&>+%=:;}x",
            "nur-kleine-worte-hier",
            "739184625017",
            "Gef\u00fcl\u00e9 \u20ac\ud83d\udd11 schl\u00fcssel");

    @TestFactory
    Stream<DynamicTest> aSecretIsFoundInEveryEncoding() {
        return SECRETS.stream()
                .flatMap(secret -> Encodings.of(secret).entrySet().stream()
                        .map(encoded -> DynamicTest.dynamicTest(
                                secret + " as " + encoded.getKey(), () -> isHidden(secret, encoded.getValue()))));
    }

    private static void isHidden(String secret, String encoded) {
        String text = Mask.of(List.of(secret)).of("password of ann is <" + encoded + "> since Monday");

        assertThat(text)
                .startsWith("password of ann is <")
                .endsWith("> since Monday")
                .contains("***");
        assertThat(text.replace("password of ann is <", "")
                        .replace("> since Monday", "")
                        .replace("***", ""))
                .as("what is left of it")
                .hasSizeLessThan(12);
    }

    @Test
    void whatIsNoSecretStaysByteForByte() {
        Mask mask = Mask.of(SECRETS);
        String text =
                "CREATE TABLE \"can\" (ary7 int); -- 100 % of a\\u0020b &amp; c, [1, 2, 3] Canary7 2024-11-21T16:45:12";

        assertThat(mask.of(text)).isSameAs(text);
        assertThat(mask.of("")).isEmpty();
        assertThat(mask.of((String) null)).isNull();
        assertThat(Mask.NONE.of(SECRETS.get(0))).isEqualTo(SECRETS.get(0));
    }

    @Test
    void manySecretsInOneTextAreAllHidden() {
        assertThat(Mask.of(List.of("first-secret", "second-secret")).of("a first-secretsecond-secret b first-secret"))
                .isEqualTo("a ****** b ***");
    }

    @Test
    void aSecretThatIsPartOfAnotherLeavesNothingOfIt() {
        assertThat(Mask.of(List.of("longsecret", "longsecret-and-more")).of("x longsecret-and-more y"))
                .isEqualTo("x *** y");
    }

    @Test
    void aShortWordIsHiddenWhereItStandsAloneAndDoesNotBlindOtherWords() {
        Mask mask = Mask.of(List.of("shop"));

        assertThat(mask.of("password shop, 'shop'; shop")).isEqualTo("password ***, '***'; ***");
        assertThat(mask.of("shopping in workshops")).isEqualTo("shopping in workshops");
    }

    @Test
    void aShortSecretThatIsNoWordIsHiddenEverywhere() {
        assertThat(Mask.of(List.of("x9!k")).of("ax9!kb eDkhaw== x%39%21k")).isEqualTo("a***b *** ***");
    }

    @Test
    void aNumberIsNotFoundInTimes() {
        assertThat(Mask.of(List.of("1234")).of("at 12:34, 1-2-3-4, 1234 of 51234"))
                .isEqualTo("at 12:34, 1-2-3-4, *** of 51234");
    }

    @Test
    void aWordOfEveryOutputIsHiddenWhereItIsSaidToBeAPassword() {
        Mask mask = Mask.of(List.of("postgres", "abc"));

        assertThat(mask.of("postgresql 17 of user postgres, abc")).isEqualTo("postgresql 17 of user postgres, abc");
        assertThat(mask.of(
                        "password=postgres pwd: \"abc\" {\"password\":\"abc\"} jdbc://ann:postgres@db PASSWORD 'abc'"))
                .isEqualTo("password=*** pwd: \"***\" {\"password\":\"***\"} jdbc://ann:***@db PASSWORD '***'");
    }

    @Test
    void eachLineOfAKeyIsASecret() {
        Mask mask = Mask.of(List.of("-----BEGIN KEY-----\nMIIBVgIBADANBgkqhki\nG9w0BAQEFAASCAUAwgg\n"));

        assertThat(mask.of("> G9w0BAQEFAASCAUAwgg <")).isEqualTo("> *** <");
    }

    @Test
    void secretsThatAreOnlySignsTakeNoTimeWithoutEnd() {
        String quotes = "'".repeat(40);
        String backslashes = "\\".repeat(40);

        assertThat(Mask.of(List.of(quotes)).of("'".repeat(79) + "x")).doesNotContain(quotes);
        assertThat(Mask.of(List.of(backslashes)).of("\\".repeat(300) + "x")).doesNotContain(backslashes);
        assertThat(Mask.of(List.of("% % % % % %")).of("%25 ".repeat(500))).isNotNull();
    }

    @Test
    void aMaskSaysNothingOfWhatItHides() {
        Secrets secrets = new Secrets();
        secrets.add("the password of <redisUrl>", SECRETS.get(0));

        assertThat(secrets + " " + secrets.mask()).isEqualTo("Secrets Mask");
        assertThat(new Credentials("ann", SECRETS.get(0)).toString()).isEqualTo("ann:***");
    }

    @Test
    void weakSecretsAreToldByTheirOwners() {
        Secrets secrets = new Secrets();
        secrets.add("the password of <redisUrl>", "redis");
        secrets.add("another", SECRETS.get(0));
        secrets.add("none", "");

        assertThat(secrets.weak()).containsExactly("the password of <redisUrl>");
        assertThat(secrets.values()).containsExactlyInAnyOrder("redis", SECRETS.get(0));
    }
}
