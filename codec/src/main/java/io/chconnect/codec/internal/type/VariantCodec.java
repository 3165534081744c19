package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.MemberColumn;
import io.chconnect.codec.column.VariantColumn;
import io.chconnect.codec.column.VariantColumnBuilder;
import io.chconnect.codec.internal.value.MemberRule;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;
import java.util.ArrayList;
import java.util.List;

/**
 * Variant: the number of each row's member, then the values of each member. The members stand in the order of their names.
 *
 * <pre>
 * prefix   {@link Discriminators}, the prefixes of all members
 * data     {@link Discriminators}, for each member the data of its rows
 * alone    UInt8 number of the member, 255 = NULL; its value
 *
 * Variant(String, UInt8) 7, NULL, 'a' → 00 00 00 00 00 00 00 00 | 01 FF 00 | 01 61 | 07
 * </pre>
 */
final class VariantCodec implements ColumnCodec {
    private final DataType type;
    private final List<DataType> memberTypes;
    private final List<ColumnCodec> members;

    VariantCodec(DataType type, List<DataType> memberTypes, List<ColumnCodec> members) {
        this.type = type;
        this.memberTypes = memberTypes;
        this.members = members;
    }

    /** What the prefix said. */
    private record VariantPrefix(Discriminators.Mode mode, List<Prefix> members) implements Prefix {}

    @Override
    public Prefix readPrefix(WireReader in) {
        Discriminators.Mode mode = Discriminators.readMode(in);
        List<Prefix> prefixes = new ArrayList<>();
        members.forEach(member -> prefixes.add(member.readPrefix(in)));
        return new VariantPrefix(mode, prefixes);
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        VariantPrefix state = (VariantPrefix) prefix;
        in.enter("Variant");
        int[] discriminators = Discriminators.read(in, state.mode, rows, members.size());
        int[] counts = Discriminators.counts(discriminators, members.size());
        List<Column> columns = new ArrayList<>();
        for (int member = 0; member < counts.length; member++) {
            in.enter(memberTypes.get(member).name());
            columns.add(members.get(member).read(in, counts[member], state.members.get(member)));
            in.leave();
        }
        in.leave();
        return new VariantColumn(type, discriminators, columns);
    }

    @Override
    public void writePrefix(WireWriter out, Column column) {
        Discriminators.writeMode(out);
        for (int member = 0; member < members.size(); member++) {
            members.get(member)
                    .writePrefix(out, ((MemberColumn) column).members().get(member));
        }
    }

    @Override
    public void write(WireWriter out, Column column) {
        MemberColumn values = (MemberColumn) column;
        Discriminators.write(out, values.discriminators());
        for (int member = 0; member < members.size(); member++) {
            members.get(member).write(out, values.members().get(member));
        }
    }

    @Override
    public Column readValues(WireReader in, int count) {
        return SingleValues.read(this, in, count, this::readValue);
    }

    private Column readValue(WireReader in) {
        int member = Discriminators.check(in, in.readByte(), members.size());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            columns.add(
                    i == member
                            ? members.get(i).readValues(in, 1)
                            : members.get(i).builder(0).build());
        }
        return new VariantColumn(type, new int[] {member}, columns);
    }

    @Override
    public void writeValue(WireWriter out, Column column, int row) {
        MemberColumn values = (MemberColumn) column;
        int member = values.discriminators()[row];
        out.writeByte(member);
        if (member != MemberColumn.NULL) {
            members.get(member).writeValue(out, values.members().get(member), values.positions()[row]);
        }
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        List<ColumnBuilder> builders = new ArrayList<>();
        members.forEach(member -> builders.add(member.builder(0)));
        return new VariantColumnBuilder(type, memberTypes, builders, MemberRule::choose, expectedRows);
    }
}
