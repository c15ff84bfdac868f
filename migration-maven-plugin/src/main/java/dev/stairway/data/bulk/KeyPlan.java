package dev.stairway.data.bulk;

import dev.stairway.data.model.Column;
import dev.stairway.data.model.Table;
import dev.stairway.data.model.UniqueKey;
import dev.stairway.data.value.Base;
import dev.stairway.data.value.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How rows get distinct keys: by a column that counts, or by counting through parents and small domains. */
final class KeyPlan {

    /** A column with few values that is chosen by counting. */
    record Small(Digits digits, int place) {}

    private final Table table;
    private final long first;
    private final Links links;
    private final Set<String> given;
    private final Dice.Source dice;
    private final Set<String> carriers = new HashSet<>();
    private final Map<String, Small> small = new HashMap<>();
    private final List<UniqueKey> settled = new ArrayList<>();
    private long combinations = Long.MAX_VALUE;
    private boolean combines;
    private String scarce = "";

    private KeyPlan(BulkOrder order, Links links, Set<String> given, Dice.Source dice) {
        table = order.table();
        first = order.first();
        this.links = links;
        this.given = given;
        this.dice = dice;
    }

    /** Empty when some key is beyond counting. */
    static Optional<KeyPlan> of(BulkOrder order, Links links, Set<String> given, Dice.Source dice) {
        KeyPlan plan = new KeyPlan(order, links, given, dice);
        List<UniqueKey> keys = order.table().uniqueKeys().stream()
                .sorted(Comparator.comparingInt((UniqueKey key) -> key.columns().size())
                        .thenComparing(UniqueKey::name))
                .toList();
        for (UniqueKey key : keys) {
            if (!plan.settle(key)) {
                return Optional.empty();
            }
        }
        return Optional.of(plan);
    }

    boolean carries(String column) {
        return carriers.contains(column);
    }

    Set<String> carriers() {
        return carriers;
    }

    Optional<Small> small(String column) {
        return Optional.ofNullable(small.get(column));
    }

    /** True when keys are combinations of what is there, so that rows stored earlier may have some of them. */
    boolean combines() {
        return combines;
    }

    /** How many rows have distinct keys. */
    long combinations() {
        return combinations;
    }

    /** The key with the fewest combinations. */
    String scarce() {
        return scarce;
    }

    private boolean settle(UniqueKey key) {
        boolean done = key.columns().stream().anyMatch(column -> carriers.contains(column) || !given.contains(column))
                || settled.stream().anyMatch(other -> key.columns().containsAll(other.columns()));
        if (done) {
            return true;
        }
        Optional<String> carrier = key.columns().stream()
                .filter(column -> links.of(column).isEmpty() && roomy(column))
                .findFirst();
        carrier.ifPresent(carriers::add);
        boolean settles = carrier.isPresent() || combine(key);
        settled.add(key);
        return settles;
    }

    private boolean roomy(String name) {
        return domain(table.column(name).orElseThrow()) == 0
                && table.column(name).orElseThrow().type().base() != Base.SINGLE_BYTE_CHAR;
    }

    /** Number of values of a small domain; 0 of others. */
    private static int domain(Column column) {
        Base base = column.type().base();
        if (base == Base.BOOLEAN || base == Base.BOOLEAN_NUMBER) {
            return 2;
        }
        return base == Base.ENUM || base == Base.SAMPLE ? column.type().labels().size() : 0;
    }

    private boolean combine(UniqueKey key) {
        List<LinkCells> through = new ArrayList<>();
        List<String> free = new ArrayList<>();
        for (String name : key.columns()) {
            Optional<LinkCells> link = links.of(name);
            if (link.isEmpty()) {
                free.add(name);
            } else if (!through.contains(link.get())) {
                through.add(link.get());
            }
        }
        boolean countable = through.stream()
                        .allMatch(link -> !link.isKeyed()
                                && key.columns().containsAll(link.key().columns()))
                && free.stream()
                        .allMatch(name -> domain(table.column(name).orElseThrow()) > 0 && !small.containsKey(name));
        if (countable) {
            count(key, through, free);
        }
        return countable;
    }

    private void count(UniqueKey key, List<LinkCells> through, List<String> free) {
        long[] sizes = new long[through.size() + free.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = i < through.size()
                    ? through.get(i).size()
                    : domain(table.column(free.get(i - through.size())).orElseThrow());
        }
        Digits digits = new Digits(sizes, dice);
        for (int i = 0; i < sizes.length; i++) {
            if (i < through.size()) {
                through.get(i).count(digits, i);
            } else {
                small.put(free.get(i - through.size()), new Small(digits, i));
            }
        }
        combines = true;
        Optional<LinkCells> spare = through.stream()
                .filter(link -> link.isNullable() && !key.nullsEqual())
                .findFirst();
        if (spare.isPresent()) {
            spare.get().endAt(first + digits.combinations());
        } else if (digits.combinations() < combinations) {
            combinations = digits.combinations();
            scarce = key.name();
        }
    }
}
