package dev.stairway.data;

import dev.stairway.data.check.Evaluator;
import dev.stairway.data.check.Expression;
import dev.stairway.data.check.Solver;
import dev.stairway.data.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings two columns of a row into the order that a CHECK asks for, by swapping them. */
final class Pairs {

    private static final int ROUNDS = 4;

    private Pairs() {}

    static void settle(Map<String, Value> row, List<Solver.Pair> pairs, Set<String> untouchable) {
        for (int round = 0; round < ROUNDS && !pairs.isEmpty(); round++) {
            for (Solver.Pair pair : pairs) {
                if (breaks(row, pair) && !untouchable.contains(pair.left()) && !untouchable.contains(pair.right())) {
                    swap(row, pair);
                }
            }
        }
    }

    private static boolean breaks(Map<String, Value> row, Solver.Pair pair) {
        return new Evaluator(row)
                .breaks(new Expression.Binary(
                        pair.operator(), new Expression.Column(pair.left()), new Expression.Column(pair.right())));
    }

    private static void swap(Map<String, Value> row, Solver.Pair pair) {
        Value left = row.get(pair.left());
        if (pair.operator().equals("=")) {
            row.put(pair.left(), row.get(pair.right()));
        } else {
            row.put(pair.left(), row.get(pair.right()));
            row.put(pair.right(), left);
        }
    }
}
