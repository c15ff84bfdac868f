package dev.stairway.compare.behaviour;

import dev.stairway.database.DatabaseId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What all databases said to one probe.
 *
 * @param told in the order of the databases
 */
record Answers(Probe probe, Map<DatabaseId, Told> told) {

    Answers {
        told = new LinkedHashMap<>(told);
    }

    /** In what they differ, the gravest first. */
    enum Gap {
        /** Some accept and some refuse. */
        ACCEPTANCE,
        /** All accept, and something else is there. */
        VALUE,
        /** All accept, and the same value looks otherwise. */
        SPELLING,
        /** All refuse, each for another reason. */
        REFUSAL,
        NONE
    }

    Gap gap() {
        if (!same((one, other) -> one.accepted() == other.accepted())) {
            return Gap.ACCEPTANCE;
        }
        if (!first().accepted()) {
            return same((one, other) -> one.refusal() == other.refusal()) ? Gap.NONE : Gap.REFUSAL;
        }
        if (distinct(Stored::canonical) > 1) {
            return Gap.VALUE;
        }
        return distinct(Stored::shown) > 1 ? Gap.SPELLING : Gap.NONE;
    }

    /** Why the probe could not be made on some database; empty when it could on all. */
    String unprepared() {
        return told.values().stream()
                .map(Told::unprepared)
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .orElse("");
    }

    /** How many values there are, as far as the databases tell them. */
    private long distinct(Function<Stored, String> value) {
        return told.values().stream()
                .map(Told::stored)
                .filter(Stored::told)
                .map(value)
                .distinct()
                .count();
    }

    private Told first() {
        return told.values().iterator().next();
    }

    private boolean same(BiPredicate<Told, Told> alike) {
        return told.values().stream().allMatch(each -> alike.test(first(), each));
    }

    /** Databases that said the same, in order of the first of them. */
    List<Camp> camps() {
        Gap gap = gap();
        List<Camp> camps = new ArrayList<>();
        Map<DatabaseId, Told> telling = new LinkedHashMap<>(told);
        if (gap == Gap.VALUE || gap == Gap.SPELLING) {
            telling.values().removeIf(each -> !each.stored().told());
        }
        telling.forEach((id, each) -> camps.stream()
                .filter(camp -> alike(gap, camp.told(), each))
                .findFirst()
                .orElseGet(() -> {
                    Camp camp = new Camp(new ArrayList<>(), each);
                    camps.add(camp);
                    return camp;
                })
                .databases()
                .add(id));
        return camps;
    }

    private static boolean alike(Gap gap, Told one, Told other) {
        if (one.accepted() != other.accepted() || one.refusal() != other.refusal()) {
            return false;
        }
        if (one.accepted() && (!one.stored().told() || !other.stored().told())) {
            return true;
        }
        String left = gap == Gap.SPELLING ? one.stored().shown() : one.stored().canonical();
        String right =
                gap == Gap.SPELLING ? other.stored().shown() : other.stored().canonical();
        return Objects.equals(left, right);
    }

    /** True when some database of the product is among those that accepted. */
    boolean accepts(String product) {
        return told.entrySet().stream()
                .anyMatch(entry -> entry.getKey().product().equals(product)
                        && entry.getValue().accepted());
    }

    /** True when some database of the product has a value there afterwards. */
    boolean stores(String product) {
        return told.entrySet().stream()
                .anyMatch(entry -> entry.getKey().product().equals(product)
                        && entry.getValue().stored().told()
                        && entry.getValue().stored().canonical() != null);
    }

    boolean with(String product) {
        return told.keySet().stream().anyMatch(id -> id.product().equals(product));
    }

    /** Databases that said the same. */
    record Camp(List<DatabaseId> databases, Told told) {}
}
