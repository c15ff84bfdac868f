package dev.stairway.compare.schema;

import dev.stairway.compare.logical.LogicalType.Family;
import java.util.Set;
import java.util.function.Predicate;

/** Two databases that say something else of the same thing. */
public record Pair(Item item, Aspect aspect, View one, View other) {

    public boolean about(Part part, Aspect... aspects) {
        return item.part() == part && Set.of(aspects).contains(aspect);
    }

    /** True when one of them is like this and the other one like that. */
    public boolean between(Predicate<View> some, Predicate<View> others) {
        return some.test(one) && others.test(other) || some.test(other) && others.test(one);
    }

    /** True when one of the two is this product and the other one is not. */
    public boolean with(String product) {
        return one.is(product) != other.is(product);
    }

    /** The one of this product; only where {@link #with} is true. */
    public View of(String product) {
        return one.is(product) ? one : other;
    }

    /** The one that is not this product; only where {@link #with} is true. */
    public View notOf(String product) {
        return one.is(product) ? other : one;
    }

    /** True when both columns are of these families. */
    public boolean families(Set<Family> families) {
        return one.family() != null
                && other.family() != null
                && families.contains(one.family())
                && families.contains(other.family());
    }
}
