package io.chconnect.codec.internal.type;

import io.chconnect.codec.internal.wire.WireReader;
import java.util.ArrayList;
import java.util.List;

/**
 * How a column is encoded where a block says that it is not encoded as its type alone demands.
 *
 * <pre>
 * UInt8 kind: 0 = default, 1 = {@link SparseCodec}, 2 = {@link DetachedCodec}, 3 = detached over sparse,
 *             4 = {@link ReplicatedCodec}, 5 = varint count, and as many UInt8 0 = default, 1 = sparse, 2 = detached,
 *             3 = replicated, from the inside out
 * for a tuple the kind of itself, and then of each element in the same way
 * </pre>
 */
public final class CustomSerialization {
    private static final int SPARSE = 1;
    private static final int DETACHED = 2;
    private static final int DETACHED_OVER_SPARSE = 3;
    private static final int REPLICATED = 4;
    private static final int SEVERAL = 5;
    private static final int INNER_REPLICATED = 3;
    private static final int MAX_LAYERS = 16;

    private CustomSerialization() {}

    /** Reads how the column of a codec is encoded, and gives the codec for that. */
    public static ColumnCodec read(WireReader in, ColumnCodec codec) {
        int kind = in.readByte();
        List<Integer> layers = kind == SEVERAL ? readLayers(in) : layers(in, kind);
        ColumnCodec encoded = codec instanceof TupleCodec tuple ? tuple.withElements(elements(in, tuple)) : codec;
        for (int layer : layers) {
            encoded = wrap(in, encoded, layer);
        }
        return encoded;
    }

    private static List<ColumnCodec> elements(WireReader in, TupleCodec tuple) {
        List<ColumnCodec> elements = new ArrayList<>();
        tuple.elements().forEach(element -> elements.add(read(in, element)));
        return elements;
    }

    private static List<Integer> layers(WireReader in, int kind) {
        return switch (kind) {
            case 0 -> List.of();
            case SPARSE, DETACHED -> List.of(kind);
            case DETACHED_OVER_SPARSE -> List.of(SPARSE, DETACHED);
            case REPLICATED -> List.of(INNER_REPLICATED);
            default -> throw in.malformed("serialization of kind " + kind + ": expected 0 to 5");
        };
    }

    private static List<Integer> readLayers(WireReader in) {
        int count = in.readCount("kinds of serialization", MAX_LAYERS);
        List<Integer> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int layer = in.readByte();
            if (layer != 0) {
                layers.add(layer);
            }
        }
        return layers;
    }

    private static ColumnCodec wrap(WireReader in, ColumnCodec codec, int layer) {
        return switch (layer) {
            case SPARSE -> new SparseCodec(codec);
            case DETACHED -> new DetachedCodec(codec);
            case INNER_REPLICATED -> new ReplicatedCodec(codec);
            default -> throw in.malformed("serialization within others of kind " + layer + ": expected 0 to 3");
        };
    }
}
