package dev.stairway.database.external;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells names that people give to what must not be lost. Names are split into words: {@code product} is none of them. */
public final class ProductionNames {

    private static final Set<String> WORDS = Set.of(
            "prod", "prods", "production", "produktion", "produktiv", "prd", "live", "main", "master", "primary");

    /** Of words written together: {@code shopprod}, {@code livedb}. */
    private static final Pattern TOGETHER = Pattern.compile(
            "[a-z]{3,}(?:prod|production)|(?:prod|prd|production|live|main|master)(?:db|database|server)");

    /** Also between a small and a capital letter: {@code shopProd}. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private ProductionNames() {}

    /** The word that says so; empty where none does. */
    public static Optional<String> in(String name) {
        return BETWEEN_WORDS
                .splitAsStream(name)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> WORDS.contains(word) || TOGETHER.matcher(word).matches())
                .findFirst();
    }
}
