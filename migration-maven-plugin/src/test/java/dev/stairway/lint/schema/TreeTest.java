package dev.stairway.lint.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TreeTest {

    @Test
    void itDoesWhatAnOrdinaryMapDoesAndKeepsItsOldSelves() {
        Random random = new Random(7);
        Tree<Integer> tree = new Tree<>();
        TreeMap<String, Integer> map = new TreeMap<>();
        List<Tree<Integer>> trees = new ArrayList<>();
        List<List<Integer>> expected = new ArrayList<>();
        for (int at = 0; at < 5_000; at++) {
            String key = "table_" + random.nextInt(600);
            if (random.nextInt(3) == 0) {
                tree = tree.without(key);
                map.remove(key);
            } else {
                tree = tree.with(key, at);
                map.put(key, at);
            }
            if (at % 100 == 0) {
                trees.add(tree);
                expected.add(List.copyOf(map.values()));
            }
        }
        assertThat(trees.stream().map(Tree::values)).containsExactlyElementsOf(expected);
    }

    @Test
    void namesInOrderDoNotMakeItDeep() {
        Tree<Integer> tree = new Tree<>();
        for (int at = 0; at < 100_000; at++) {
            tree = tree.with(String.format("table_%06d", at), at);
        }
        assertThat(tree.get("table_000000")).isZero();
        assertThat(tree.get("table_099999")).isEqualTo(99_999);
        assertThat(tree.get("table_1")).isNull();
        assertThat(tree.values()).hasSize(100_000);
    }
}
