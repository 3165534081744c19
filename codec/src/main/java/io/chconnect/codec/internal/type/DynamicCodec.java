package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.DynamicColumn;
import io.chconnect.codec.column.DynamicColumnBuilder;
import io.chconnect.codec.column.MemberColumn;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;
import io.chconnect.types.SimpleType;
import io.chconnect.types.binary.TypeDecoder;
import io.chconnect.types.binary.TypeEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Dynamic: a Variant whose members stand in the data. Types beyond the limit share one more member, the shared variant: each
 * of its values is a string with the binary type and the value. Written is version 1, which every server reads.
 *
 * <pre>
 * prefix   UInt64   version: 1, 2 or 3 = flattened
 *          varint   the limit, in version 1 only; written is the number of types, as the server does it
 *          varint   types, and each by name or in binary form
 *          {@link Discriminators} and prefixes of the members with the shared variant, all in the order of their names;
 *                   in version 3 the prefixes alone, in the order given, and there is no shared variant
 * data     as a Variant; in version 3 rows × index of the type, as many bytes as the number of types needs, then the data
 * alone    the binary type (Nothing for NULL) and the value
 *
 * 7::UInt8, NULL → 01 00 … 01 01 05 55 49 6E 74 38 00 00 … | 01 FF | 07
 * </pre>
 */
final class DynamicCodec implements ColumnCodec {
    static final long VERSION_1 = 1;
    static final long VERSION_2 = 2;
    static final long FLATTENED = 3;

    private final DataType type;
    private final int maxTypes;
    private final Function<DataType, ColumnCodec> codecs;
    private final TypeReader types;
    private final Function<Object, DataType> naturalType;

    DynamicCodec(
            DataType type,
            int maxTypes,
            Function<DataType, ColumnCodec> codecs,
            TypeReader types,
            Function<Object, DataType> naturalType) {
        this.type = type;
        this.maxTypes = maxTypes;
        this.codecs = codecs;
        this.types = types;
        this.naturalType = naturalType;
    }

    /** What the prefix said; the member in place of the shared variant is null. */
    private record DynamicPrefix(
            boolean flattened, Discriminators.Mode mode, DynamicMembers members, List<Prefix> prefixes)
            implements Prefix {}

    @Override
    public Prefix readPrefix(WireReader in) {
        in.enter("Dynamic");
        long version = in.readLong();
        if (version < VERSION_1 || version > FLATTENED) {
            throw in.malformed("Dynamic in version " + Long.toUnsignedString(version) + ": expected 1, 2 or 3");
        }
        boolean flattened = version == FLATTENED;
        if (version == VERSION_1) {
            in.readVarInt();
        }
        int count = in.readCount("types", flattened ? WireLimits.MAX_NAMES : DynamicMembers.MAX_TYPES);
        List<DataType> memberTypes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            memberTypes.add(DynamicMembers.checked(in, types.read(in)));
        }
        DynamicMembers members =
                flattened ? DynamicMembers.inOrder(memberTypes, codecs) : DynamicMembers.sorted(memberTypes, codecs);
        Discriminators.Mode mode = flattened ? Discriminators.Mode.BASIC : Discriminators.readMode(in);
        List<Prefix> prefixes = new ArrayList<>();
        for (int i = 0; i < members.count(); i++) {
            prefixes.add(members.isShared(i) ? Prefix.NONE : members.codec(i).readPrefix(in));
        }
        in.leave();
        return new DynamicPrefix(flattened, mode, members, prefixes);
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        DynamicPrefix state = (DynamicPrefix) prefix;
        DynamicMembers members = state.members;
        in.enter("Dynamic");
        int[] discriminators = state.flattened
                ? FlatIndexes.read(in, rows, members.count())
                : Discriminators.read(in, state.mode, rows, members.count());
        int[] counts = Discriminators.counts(discriminators, members.count());
        List<Column> columns = new ArrayList<>();
        for (int member = 0; member < members.count(); member++) {
            in.enter(members.name(member));
            columns.add(
                    members.isShared(member)
                            ? readShared(in, counts[member])
                            : members.codec(member).read(in, counts[member], state.prefixes.get(member)));
            in.leave();
        }
        in.leave();
        return state.flattened
                ? SharedVariant.eachTypeOnce(new DynamicColumn(type, discriminators, columns), this::builder)
                : SharedVariant.dissolve(type, discriminators, columns, members.sharedIndex(), this::builder);
    }

    private DynamicColumn readShared(WireReader in, int count) {
        DynamicColumnBuilder values = builder(0);
        for (int i = 0; i < count; i++) {
            readSharedValue(in, values);
        }
        return values.build();
    }

    /** Reads a string that holds one value with its type. */
    void readSharedValue(WireReader in, DynamicColumnBuilder values) {
        int length = in.readCount("bytes of a value", WireLimits.MAX_STRING_BYTES);
        long end = in.offset() + length;
        append(values, in);
        if (in.offset() != end) {
            throw in.malformed("a value of " + (length + in.offset() - end) + " bytes: expected " + length);
        }
    }

    private void append(DynamicColumnBuilder values, WireReader in) {
        DataType valueType = TypeDecoder.decode(in);
        if (valueType == SimpleType.NOTHING) {
            values.appendNull();
        } else {
            in.enter(DynamicMembers.checked(in, valueType).name());
            values.appendMember(codecs.apply(valueType).readValues(in, 1), 0);
            in.leave();
        }
    }

    @Override
    public void writePrefix(WireWriter out, Column column) {
        DynamicPlan plan = DynamicPlan.of((MemberColumn) column, maxTypes);
        out.writeLong(VERSION_1);
        out.writeVarInt(plan.direct().size());
        out.writeVarInt(plan.direct().size());
        plan.direct().forEach(member -> out.writeString(member.type().name()));
        Discriminators.writeMode(out);
        plan.direct().forEach(member -> codecs.apply(member.type()).writePrefix(out, member));
    }

    @Override
    public void write(WireWriter out, Column column) {
        MemberColumn values = (MemberColumn) column;
        DynamicPlan plan = DynamicPlan.of(values, maxTypes);
        Discriminators.write(out, plan.discriminators(values));
        for (int i = 0; i <= plan.direct().size(); i++) {
            if (i == plan.sharedIndex()) {
                writeShared(out, values, plan);
            }
            if (i < plan.direct().size()) {
                Column member = plan.direct().get(i);
                codecs.apply(member.type()).write(out, member);
            }
        }
    }

    private void writeShared(WireWriter out, MemberColumn column, DynamicPlan plan) {
        ValueBuffer buffer = new ValueBuffer();
        for (int row = 0; row < column.rowCount(); row++) {
            if (plan.isShared(column.discriminators()[row])) {
                writeSharedValue(out, buffer, column, row);
            }
        }
    }

    /** Writes a string that holds one value with its type. */
    void writeSharedValue(WireWriter out, ValueBuffer buffer, MemberColumn column, int row) {
        writeValue(buffer.writer(), column, row);
        buffer.moveTo(out);
    }

    @Override
    public Column readValues(WireReader in, int count) {
        in.enter("Dynamic");
        DynamicColumnBuilder values = builder(0);
        for (int i = 0; i < count; i++) {
            append(values, in);
        }
        in.leave();
        return values.build();
    }

    @Override
    public void writeValue(WireWriter out, Column column, int row) {
        MemberColumn values = (MemberColumn) column;
        int member = values.discriminators()[row];
        if (member == MemberColumn.NULL) {
            TypeEncoder.encode(out, SimpleType.NOTHING);
        } else {
            Column source = values.members().get(member);
            TypeEncoder.encode(out, source.type());
            codecs.apply(source.type()).writeValue(out, source, values.positions()[row]);
        }
    }

    @Override
    public DynamicColumnBuilder builder(int expectedRows) {
        Function<DataType, ColumnBuilder> builders =
                member -> codecs.apply(member).builder(0);
        return new DynamicColumnBuilder(type, naturalType, builders, expectedRows);
    }
}
