package dev.stairway.data.check;

import java.util.List;
import java.util.function.UnaryOperator;

/** Gives the columns of an expression other names. */
public final class Renamer {

    private final UnaryOperator<String> names;

    private Renamer(UnaryOperator<String> names) {
        this.names = names;
    }

    public static Expression rename(Expression expression, UnaryOperator<String> names) {
        return new Renamer(names).rename(expression);
    }

    private Expression rename(Expression expression) {
        if (expression instanceof Expression.Column column) {
            return new Expression.Column(names.apply(column.name()));
        }
        if (expression instanceof Expression.Call call) {
            return new Expression.Call(call.function(), all(call.arguments()));
        }
        if (expression instanceof Expression.Binary binary) {
            return new Expression.Binary(binary.operator(), rename(binary.left()), rename(binary.right()));
        }
        if (expression instanceof Expression.Junction junction) {
            return new Expression.Junction(junction.all(), all(junction.parts()));
        }
        if (expression instanceof Expression.Not not) {
            return new Expression.Not(rename(not.part()));
        }
        if (expression instanceof Expression.IsNull isNull) {
            return new Expression.IsNull(rename(isNull.part()));
        }
        if (expression instanceof Expression.In in) {
            return new Expression.In(rename(in.part()), all(in.items()));
        }
        return expression;
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::rename).toList();
    }
}
