package dev.stairway.secret;

import java.util.Locale;
import java.util.Set;

/** How far a secret can be told from the text around it, which decides where it is masked. */
enum Strength {
    /** Shorter than four characters, or a word of every output: masked where a password is written as such. */
    WEAK,
    /** A short word or number: masked where it stands alone. */
    WORD,
    /** Short: masked everywhere, but not where its characters are pulled apart. */
    SHORT,
    /** Masked everywhere. */
    STRONG;

    private static final int LEAST = 4;
    static final int LONG = 8;

    /** What our own outputs are made of; {@code ***ql 17} would blind them and give the password away besides. */
    private static final Set<String> VOCABULARY = Set.of(
            "admin",
            "changelog",
            "container",
            "database",
            "default",
            "docker",
            "embedded",
            "empty",
            "error",
            "external",
            "false",
            "flyway",
            "info",
            "large",
            "liquibase",
            "local",
            "localhost",
            "main",
            "mariadb",
            "master",
            "migration",
            "migrations",
            "mybatis",
            "mysql",
            "null",
            "oracle",
            "passed",
            "failed",
            "password",
            "passwort",
            "postgres",
            "postgresql",
            "public",
            "redis",
            "report",
            "reversible",
            "rollback",
            "root",
            "sample",
            "secret",
            "server",
            "sqlite",
            "stairway",
            "system",
            "test",
            "tests",
            "true",
            "user",
            "valkey",
            "verify",
            "warning");

    static Strength of(String secret) {
        if (secret.codePointCount(0, secret.length()) < LEAST || VOCABULARY.contains(secret.toLowerCase(Locale.ROOT))) {
            return WEAK;
        }
        if (secret.length() >= LONG) {
            return STRONG;
        }
        return secret.chars().allMatch(Character::isLetter) || secret.chars().allMatch(Character::isDigit)
                ? WORD
                : SHORT;
    }
}
