package dev.stairway.lint.rules.support;

import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.CreateFunction;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Statements by what they are about: tables, partitions by their table, functions. */
final class StatementsByName {

    private static final Pattern PUBLICATION = Pattern.compile(
            "(?:CREATE|ALTER)(?:\\s|/\\*.*?\\*/|--[^\\n]*\\n)+PUBLICATION\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Supplier<StatementsByName> earlier;
    private final Map<String, List<ParsedStatement>> byName = new HashMap<>();
    private final Map<String, CreateFunction> functions = new HashMap<>();
    private final List<ParsedStatement> publications = new ArrayList<>();
    private final List<ParsedStatement> identities = new ArrayList<>();
    /** Names of tables by those of their partitions. */
    private final Map<String, Set<String>> parents = new HashMap<>();

    /** @param earlier those before the first of these; null for none */
    StatementsByName(Supplier<StatementsByName> earlier) {
        this.earlier = earlier;
    }

    void add(ParsedStatement statement) {
        if (PUBLICATION.matcher(statement.source().sql()).lookingAt()) {
            publications.add(statement);
        }
        SqlTree tree = statement.tree();
        if (tree instanceof SqlTree.AlterTable alter) {
            alter.actions().forEach(action -> altered(statement, alter.table(), action));
            add(statement, Set.of(Names.key(alter.table())));
        } else if (tree instanceof SqlTree.CreateTable create && create.partitionOf() != null) {
            partition(create.table(), create.partitionOf());
            add(statement, Set.of(Names.key(create.partitionOf())));
        } else if (tree instanceof SqlTree.Drop drop) {
            drop.names().forEach(name -> add(statement, parents(Names.key(name))));
        } else if (tree instanceof SqlTree.CreatePolicy policy) {
            add(statement, Set.of(Names.key(policy.table())));
        } else if (tree instanceof SqlTree.AlterObject alter) {
            add(statement, Set.of(Names.key(alter.name())));
        } else if (tree instanceof CreateFunction function) {
            functions.put(Names.key(function.function()), function);
        }
    }

    private void add(ParsedStatement statement, Set<String> names) {
        names.forEach(
                name -> byName.computeIfAbsent(name, none -> new ArrayList<>()).add(statement));
    }

    private void altered(ParsedStatement statement, Name table, TableAction action) {
        if (action instanceof TableAction.AttachPartition attach) {
            partition(attach.partition(), table);
        } else if (action instanceof TableAction.ReplicaIdentity) {
            identities.add(statement);
        }
    }

    private void partition(Name partition, Name of) {
        parents.computeIfAbsent(Names.key(partition), none -> new LinkedHashSet<>())
                .add(Names.key(of));
    }

    private Set<String> parents(String partition) {
        Set<String> all = new LinkedHashSet<>(parents.getOrDefault(partition, Set.of()));
        if (earlier != null) {
            all.addAll(earlier.get().parents(partition));
        }
        return all;
    }

    List<ParsedStatement> about(String name) {
        return byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    List<ParsedStatement> publications() {
        return publications;
    }

    List<ParsedStatement> identities() {
        return identities;
    }

    Optional<CreateFunction> function(String name) {
        return Optional.ofNullable(functions.get(name.toLowerCase(Locale.ROOT)));
    }
}
