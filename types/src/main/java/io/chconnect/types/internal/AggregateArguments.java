package io.chconnect.types.internal;

import io.chconnect.types.AggregateFunctionType;
import io.chconnect.types.DataType;
import io.chconnect.types.SimpleAggregateFunctionType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of {@code AggregateFunction} and {@code SimpleAggregateFunction}. */
final class AggregateArguments {
    private final TypeNameCursor cursor;
    private final TypeNameParser parser;

    AggregateArguments(TypeNameCursor cursor, TypeNameParser parser) {
        this.cursor = cursor;
        this.parser = parser;
    }

    DataType function() {
        return new AggregateFunctionType(signature(true).text());
    }

    DataType simpleFunction() {
        Token start = cursor.peek();
        AggregateSignature signature = signature(false);
        if (signature.arguments().isEmpty()) {
            throw cursor.error(start, "SimpleAggregateFunction needs a function and at least one type");
        }
        return new SimpleAggregateFunctionType(signature.functionText(), signature.arguments());
    }

    AggregateSignature signature(boolean mayHaveVersion) {
        cursor.expect('(');
        BigInteger version = BigInteger.ZERO;
        Token first = cursor.peek();
        if (mayHaveVersion && first.kind() == Token.Kind.NUMBER && NumberText.isInteger(first.text())) {
            version = NumberText.integer(cursor.next().text());
            if (version.bitLength() > 31) {
                throw cursor.error(first, "expected the version of a function, found " + first.describe());
            }
            cursor.expect(',');
        }
        Token nameToken = cursor.expectName("the name of an aggregate function");
        if (!AggregateNames.isName(nameToken.text())) {
            throw cursor.error(
                    nameToken,
                    "expected the name of an aggregate function, of letters, digits and underscores, found "
                            + nameToken.describe());
        }
        String name = AggregateNames.canonical(nameToken.text());
        List<@Nullable Object> parameters = cursor.skip('(') ? new FunctionParameters(cursor).parse(')') : List.of();
        List<DataType> arguments = new ArrayList<>();
        while (cursor.nextArgument()) {
            arguments.add(parser.type());
        }
        return new AggregateSignature(version.intValue(), name, parameters, arguments);
    }
}
