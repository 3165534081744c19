package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.value.TypedVariant;
import java.util.List;

/**
 * Builds a {@link VariantColumn}. The class of a value tells its member where only one fits; elsewhere the value comes as a
 * {@link TypedVariant}. Not thread-safe.
 */
public final class VariantColumnBuilder extends MemberColumnBuilder {
    private final List<DataType> memberTypes;
    private final MemberChoice choice;

    /**
     * Creates an empty builder.
     *
     * @param type the type
     * @param memberTypes its members in the server's order
     * @param members a builder for each of them
     * @param choice finds the member of a value that does not name it
     * @param expectedRows how many values to make room for
     */
    public VariantColumnBuilder(
            DataType type,
            List<DataType> memberTypes,
            List<ColumnBuilder> members,
            MemberChoice choice,
            int expectedRows) {
        super(type, expectedRows);
        this.memberTypes = memberTypes;
        this.choice = choice;
        this.members.addAll(members);
    }

    @Override
    public void append(Object value) {
        if (value instanceof TypedVariant typed) {
            int member = memberTypes.indexOf(typed.type());
            if (member < 0) {
                throw ConversionException.of(
                        typed.value(), type.name(), typed.type().name() + " is not one of its members");
            }
            appendMember(member, typed.value());
        } else {
            appendMember(choice.member(type, memberTypes, value), value);
        }
    }

    @Override
    public void appendFrom(Column column, int row) {
        MemberColumn values = (MemberColumn) column;
        int member = values.discriminators()[row];
        if (member == MemberColumn.NULL) {
            appendNull();
        } else {
            appendMember(member, values.members().get(member), values.positions()[row]);
        }
    }

    @Override
    public VariantColumn build() {
        return new VariantColumn(type, discriminators(), builtMembers());
    }
}
