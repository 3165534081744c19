package io.chconnect.codec.column;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes nested maps of whole paths. */
final class JSONNesting {
    private JSONNesting() {}

    /** The paths come in their order, so that a path that is a value comes before those below it. */
    static Map<String, @Nullable Object> nest(Map<String, @Nullable Object> paths) {
        Node root = new Node();
        paths.forEach((path, value) -> put(root, path, value));
        return root.view;
    }

    private static void put(Node root, String path, @Nullable Object value) {
        Node node = root;
        int from = 0;
        for (int point = path.indexOf('.'); point >= 0; point = path.indexOf('.', from)) {
            String name = path.substring(from, point);
            if (node.map.containsKey(name) && !node.objects.containsKey(name)) {
                break;
            }
            Node inner = node.objects.get(name);
            if (inner == null) {
                inner = new Node();
                node.objects.put(name, inner);
                node.map.put(name, inner.view);
            }
            node = inner;
            from = point + 1;
        }
        node.map.put(path.substring(from), value);
    }

    /** An object that still grows, and what the reader of the row sees of it. */
    private static final class Node {
        final Map<String, @Nullable Object> map = new LinkedHashMap<>();
        final Map<String, @Nullable Object> view = Collections.unmodifiableMap(map);
        final Map<String, Node> objects = new LinkedHashMap<>();
    }
}
