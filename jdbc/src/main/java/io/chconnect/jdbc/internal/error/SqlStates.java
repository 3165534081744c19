package io.chconnect.jdbc.internal.error;

import java.util.HashMap;
import java.util.Map;

/** The SQLSTATE of each error code of the server that has one. */
final class SqlStates {
    static final String CONNECTION_NOT_MADE = "08001";
    static final String CONNECTION_CLOSED = "08003";
    static final String CONNECTION_BROKEN = "08006";
    static final String PROTOCOL_VIOLATION = "08P01";
    static final String NOT_SUPPORTED = "0A000";
    static final String CONVERSION = "22018";
    static final String OUT_OF_RANGE = "22003";
    static final String INVALID_ARGUMENT = "22023";
    static final String AUTHENTICATION = "28000";
    static final String NO_COLUMN = "42S22";
    static final String SYNTAX = "42000";
    static final String CANCELLED = "57014";
    static final String GENERAL = "HY000";
    static final String STATE = "HY010";
    static final String TIMEOUT = "HYT00";

    private static final Map<Integer, String> BY_CODE = new HashMap<>();

    static {
        put(SYNTAX, 36, 42, 43, 44, 46, 47, 50, 53, 62, 63, 115, 179, 184, 207, 215, 352, 386, 403, 456, 457, 558);
        put("42S01", 57);
        put("42S02", 60, 218);
        put("42S21", 15);
        put(NO_COLUMN, 8, 10, 16);
        put("3D000", 81);
        put("42P04", 82);
        put(AUTHENTICATION, 192, 193, 194, 195, 516);
        put("42501", 291, 497);
        put("25006", 164, 242);
        put(NOT_SUPPORTED, 1, 48, 344, 392);
        put(CONVERSION, 6, 26, 27, 32, 38, 41, 70, 72, 117, 131, 190, 376, 675, 676, 691);
        put(OUT_OF_RANGE, 69, 321, 407);
        put("22012", 153);
        put("23502", 349);
        put("23514", 469);
        put("54000", 158, 161, 167, 168, 191, 290, 306, 307, 396);
        put(TIMEOUT, 159, 160);
        put(CANCELLED, 236, 394, 734);
        put("53100", 243);
        put("53200", 173, 241);
        put("53300", 202, 203);
        put("53000", 252, 439);
        put(CONNECTION_BROKEN, 3, 209, 210, 279);
    }

    private SqlStates() {}

    static String of(int code) {
        return BY_CODE.getOrDefault(code, GENERAL);
    }

    private static void put(String state, int... codes) {
        for (int code : codes) {
            BY_CODE.put(code, state);
        }
    }
}
