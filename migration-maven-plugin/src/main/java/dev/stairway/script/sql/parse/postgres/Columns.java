package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ColconstraintContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ColconstraintelemContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ColquallistContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ColumnDefContext;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import java.util.ArrayList;
import java.util.List;

/** Columns as they are declared. */
final class Columns {

    private final Source source;

    Columns(Source source) {
        this.source = source;
    }

    Column of(ColumnDefContext written) {
        Name name = Names.of(written.colid(0));
        Said said = new Said(name);
        said.read(written.colquallist());
        boolean identity = said.identity || Types.serial(written.typename(), source);
        return new Column(
                name,
                Types.of(written.typename(), source),
                said.notNull,
                said.defaultValue,
                said.generated,
                said.stored,
                identity,
                said.collation,
                said.constraints,
                Source.offset(written));
    }

    /** Constraints that are written behind a column or a domain. */
    List<Constraint> constraints(Name column, ColquallistContext list) {
        Said said = new Said(column);
        said.read(list);
        return said.constraints;
    }

    boolean notNull(ColquallistContext list) {
        Said said = new Said(Names.simple(""));
        said.read(list);
        return said.notNull;
    }

    /** What stands behind name and type, piece by piece. */
    private final class Said {

        private final Name column;
        private final List<Constraint> constraints = new ArrayList<>();
        private boolean notNull;
        private boolean identity;
        private boolean stored;
        private String collation = "";
        private Expression defaultValue;
        private Expression generated;

        private Said(Name column) {
            this.column = column;
        }

        private void read(ColquallistContext list) {
            for (ColconstraintContext piece : list.colconstraint()) {
                if (piece.colconstraintelem() != null) {
                    see(piece);
                } else if (piece.any_name() != null) {
                    collation = Names.of(piece.any_name()).name();
                } else if (piece.constraintattr().ENFORCED() != null
                        && piece.constraintattr().NOT() != null) {
                    unenforceLast();
                }
            }
        }

        private void see(ColconstraintContext written) {
            ColconstraintelemContext piece = written.colconstraintelem();
            Constraint constraint = new Constraints(source).ofColumn(written, column);
            if (constraint != null) {
                constraints.add(constraint);
            } else if (piece.GENERATED() != null) {
                generated(piece);
            } else if (piece.DEFAULT() != null) {
                defaultValue = Expressions.of(piece.b_expr(), source);
            } else if (piece.NOT() != null) {
                notNull = true;
            }
        }

        private void generated(ColconstraintelemContext piece) {
            identity |= piece.IDENTITY_P() != null;
            if (piece.a_expr() != null) {
                generated = Expressions.of(piece.a_expr(), source);
                stored = piece.STORED() != null;
            }
        }

        private void unenforceLast() {
            if (!constraints.isEmpty()) {
                int last = constraints.size() - 1;
                constraints.set(last, Constraints.notEnforced(constraints.get(last)));
            }
        }
    }
}
