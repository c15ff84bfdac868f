package dev.stairway.data.bulk;

import dev.stairway.data.value.Dice;

/**
 * Counts through all combinations of several choices: no two of the first so many rows get the same one. Each choice is
 * turned by the ones before it, so that the later ones change from row to row as well.
 */
final class Digits {

    private final long[] sizes;
    private final Dice.Source dice;

    Digits(long[] sizes, Dice.Source dice) {
        this.sizes = sizes.clone();
        this.dice = dice;
    }

    /** How many combinations there are. */
    long combinations() {
        long product = 1;
        for (long size : sizes) {
            if (size == 0) {
                return 0;
            }
            product = product > Long.MAX_VALUE / size ? Long.MAX_VALUE : product * size;
        }
        return product;
    }

    /** What the row chooses in one place. */
    long of(long row, int place) {
        long rest = row;
        long turn = 0;
        for (int i = 0; i < place; i++) {
            long digit = rest % sizes[i];
            rest /= sizes[i];
            turn = dice.roll(turn ^ digit);
        }
        long shift = place == 0 ? 0 : Dice.below(turn, sizes[place]);
        return (rest % sizes[place] + shift) % sizes[place];
    }
}
