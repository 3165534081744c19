package io.chconnect.types.internal;

import io.chconnect.error.ConfigurationException;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.DynamicType;
import io.chconnect.types.FloatType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.MapType;
import io.chconnect.types.NestedType;
import io.chconnect.types.NullableType;
import io.chconnect.types.PlainType;
import io.chconnect.types.QBitType;
import io.chconnect.types.TupleType;
import io.chconnect.types.VariantType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The arguments of each family, and the type they make. */
final class TypeArguments {
    private final TypeNameCursor cursor;
    private final TypeNameParser parser;

    TypeArguments(TypeNameCursor cursor, TypeNameParser parser) {
        this.cursor = cursor;
        this.parser = parser;
    }

    /**
     * Parses the arguments of a family.
     *
     * @param family the canonical name
     * @param start the token of the name
     * @return the type
     */
    DataType parse(String family, Token start) {
        return switch (family) {
            case "Array" -> new ArrayType(single());
            case "Nullable" -> nullable(start);
            case "LowCardinality" -> lowCardinality(start);
            case "Map" -> map();
            case "Tuple" -> tuple(start);
            case "Nested" -> nested(start);
            case "Variant" -> variant(start);
            case "Dynamic" -> dynamic();
            case "JSON" -> new JSONArguments(cursor, parser).parse(start);
            case "Enum" -> new EnumArguments(cursor).parse(start, 0);
            case "Enum8" -> new EnumArguments(cursor).parse(start, 8);
            case "Enum16" -> new EnumArguments(cursor).parse(start, 16);
            case "AggregateFunction" -> new AggregateArguments(cursor, parser).function();
            case "SimpleAggregateFunction" -> new AggregateArguments(cursor, parser).simpleFunction();
            case "QBit" -> qbit();
            default -> {
                DataType precise = new PrecisionArguments(cursor).parse(family, start);
                yield precise != null ? precise : new PlainArguments(cursor).parse(family);
            }
        };
    }

    private DataType single() {
        cursor.expect('(');
        DataType type = parser.type();
        cursor.close();
        return type;
    }

    private DataType nullable(Token start) {
        DataType inner = single();
        if (!Nesting.mayBeNullable(inner)) {
            throw cursor.error(start, inner.name() + " cannot be Nullable");
        }
        return new NullableType(inner);
    }

    private DataType lowCardinality(Token start) {
        DataType inner = single();
        if (!Nesting.mayBeLowCardinality(inner)) {
            throw cursor.error(
                    start,
                    "LowCardinality is for numbers, strings, Date, DateTime, UUID and addresses, not for "
                            + inner.name());
        }
        return new LowCardinalityType(inner);
    }

    private DataType map() {
        cursor.expect('(');
        Token keyStart = cursor.peek();
        DataType key = parser.type();
        if (Nesting.isNullable(key)) {
            throw cursor.error(keyStart, "the key of a Map cannot be " + key.name());
        }
        cursor.expect(',');
        DataType value = parser.type();
        cursor.close();
        return new MapType(key, value);
    }

    private DataType tuple(Token start) {
        List<TupleType.Element> elements = elements(true);
        return cursor.build(start, () -> new TupleType(elements));
    }

    private DataType nested(Token start) {
        List<TupleType.Element> elements = elements(false);
        return cursor.build(start, () -> new NestedType(elements));
    }

    private List<TupleType.Element> elements(boolean mayBeUnnamed) {
        List<TupleType.Element> elements = new ArrayList<>();
        if (!cursor.open()) {
            return elements;
        }
        Set<String> names = new HashSet<>();
        do {
            String name = null;
            // A type never begins with two names in a row here, even if INT UNSIGNED is a type elsewhere.
            if (!mayBeUnnamed || (cursor.peek().isName() && cursor.peekSecond().isName())) {
                Token token = cursor.expectName("the name of an element");
                if (!names.add(token.text())) {
                    throw cursor.error(
                            token, "the element name " + Quoting.backticks(token.text()) + " is there twice");
                }
                name = token.text();
            }
            elements.add(new TupleType.Element(name, parser.type()));
        } while (cursor.nextArgument());
        return elements;
    }

    private DataType variant(Token start) {
        List<DataType> members = new ArrayList<>();
        if (cursor.open()) {
            do {
                Token memberStart = cursor.peek();
                DataType member = parser.type();
                if (!Nesting.mayBeInVariant(member)) {
                    throw cursor.error(memberStart, member.name() + " cannot be a member of a Variant");
                }
                members.add(member);
            } while (cursor.nextArgument());
        }
        return cursor.build(start, () -> new VariantType(members));
    }

    private DataType dynamic() {
        int maxTypes = DynamicType.DEFAULT_MAX_TYPES;
        if (cursor.open()) {
            Token name = cursor.expectName("max_types");
            if (!name.text().equals("max_types")) {
                throw cursor.error(name, "expected max_types, found " + name.describe());
            }
            cursor.expect('=');
            maxTypes = cursor.expectInt("a number of types", DynamicType.MAX_TYPES);
            cursor.close();
        }
        return new DynamicType(maxTypes);
    }

    private DataType qbit() {
        cursor.expect('(');
        Token elementStart = cursor.peek();
        DataType element = parser.type();
        cursor.expect(',');
        Token dimensionStart = cursor.peek();
        int dimension = cursor.expectInt("a number of elements", Integer.MAX_VALUE);
        if (dimension == 0) {
            throw cursor.error(dimensionStart, "a QBit needs at least one element");
        }
        int stride = dimension;
        Token strideStart = dimensionStart;
        if (cursor.nextArgument()) {
            strideStart = cursor.peek();
            stride = cursor.expectInt("a stride", Integer.MAX_VALUE);
            cursor.close();
        }
        if (element != IntegerType.INT8 && !(element instanceof FloatType)) {
            throw cursor.error(elementStart, "the elements of a QBit cannot be " + element.name());
        }
        try {
            return new QBitType((PlainType) element, dimension, stride);
        } catch (ConfigurationException e) {
            throw cursor.error(strideStart, String.valueOf(e.getMessage()));
        }
    }
}
