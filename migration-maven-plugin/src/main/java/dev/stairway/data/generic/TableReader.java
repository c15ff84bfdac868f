package dev.stairway.data.generic;

import dev.stairway.data.check.Check;
import dev.stairway.data.check.Parser;
import dev.stairway.data.check.Renamer;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Table;
import dev.stairway.data.model.UniqueKey;
import dev.stairway.database.generic.facts.ColumnFacts;
import dev.stairway.database.generic.facts.IndexFacts;
import dev.stairway.database.generic.facts.Metadata;
import dev.stairway.database.generic.facts.ReferenceFacts;
import dev.stairway.database.generic.facts.Spelling;
import dev.stairway.database.generic.facts.TableFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tables as the generator has to know them. */
final class TableReader {

    private static final Pattern CONSTANT =
            Pattern.compile("'(?:[^']|'')*'|[-+]?\\d+(\\.\\d+)?|(?i:true|false)|[A-Za-z0-9 ]*[a-z0-9]");

    private final Connection connection;
    private final Spelling spelling;
    private final Optional<String> onlySchema;

    TableReader(Connection connection, Spelling spelling, Optional<String> onlySchema) {
        this.connection = connection;
        this.spelling = spelling;
        this.onlySchema = onlySchema;
    }

    /** @param wanted shown names */
    Map<String, Table> read(Predicate<String> wanted) throws SQLException {
        CatalogFacts known = CatalogFacts.read(connection, spelling);
        Map<String, Table> tables = new TreeMap<>();
        Metadata metadata = Metadata.of(connection, spelling, onlySchema);
        for (TableFacts facts : metadata.tables(each -> !each.view() && wanted.test(shown(each)))) {
            Table table = table(facts, known);
            tables.put(table.name(), table);
        }
        return tables;
    }

    private String shown(TableFacts table) {
        return spelling.shown(table.schema(), table.name());
    }

    private Table table(TableFacts facts, CatalogFacts known) {
        List<Column> columns = facts.columns().stream()
                .map(column -> column(facts, column, known))
                .toList();
        return new Table(
                shown(facts),
                facts.name(),
                spelling.quoted(facts.schema(), facts.name()),
                columns,
                facts.foreignKeys().stream().map(this::foreignKey).toList(),
                uniqueKeys(facts),
                checks(facts, columns, known),
                java.util.Set.of(),
                List.of(),
                "",
                "");
    }

    private static Column column(TableFacts table, ColumnFacts column, CatalogFacts known) {
        String key = CatalogFacts.key(table.schema(), table.name(), column.name());
        boolean refuses = column.generated() || known.refusing().contains(key);
        Column.Origin origin =
                refuses ? Column.Origin.DATABASE : column.counted() ? Column.Origin.COUNTED : Column.Origin.ROW;
        boolean constant =
                column.fallback() != null && CONSTANT.matcher(column.fallback()).matches();
        List<String> labels = known.labels().getOrDefault(key, List.of());
        return new Column(column.name(), ColumnTypes.of(column, labels), column.nullable(), origin, constant);
    }

    private ForeignKey foreignKey(ReferenceFacts key) {
        boolean deferrable = !key.deferrability().isEmpty();
        String parent = spelling.shown(key.parentSchema(), key.parent());
        return new ForeignKey(key.name(), key.columns(), parent, key.parentColumns(), false, deferrable);
    }

    private static List<UniqueKey> uniqueKeys(TableFacts table) {
        List<UniqueKey> keys = new ArrayList<>();
        if (!table.primaryKey().columns().isEmpty()) {
            keys.add(new UniqueKey("PRIMARY KEY", table.primaryKey().columns(), false));
        }
        List<String> names = table.columns().stream().map(ColumnFacts::name).toList();
        for (IndexFacts index : table.indexes()) {
            // A part that is no column is an expression.
            List<String> columns =
                    index.columns().stream().filter(names::contains).toList();
            boolean told = keys.stream().anyMatch(key -> key.columns().equals(columns));
            if (index.unique() && !columns.isEmpty() && !told) {
                keys.add(new UniqueKey(index.name(), columns, false));
            }
        }
        return keys;
    }

    private static List<Check> checks(TableFacts table, List<Column> columns, CatalogFacts known) {
        return known.checks().getOrDefault(CatalogFacts.key(table.schema(), table.name(), ""), List.of()).stream()
                .map(check -> new Check(
                        check.name(),
                        Renamer.rename(
                                Parser.parse(check.condition().replace('`', '"')), name -> proper(name, columns))))
                .toList();
    }

    private static String proper(String name, List<Column> columns) {
        return columns.stream()
                .map(Column::name)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }
}
