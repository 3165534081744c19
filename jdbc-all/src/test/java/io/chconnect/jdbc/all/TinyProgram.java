package io.chconnect.jdbc.all;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A program that knows nothing but the JDK: it writes and reads rows over the URL that it is given, and tells what it saw. */
final class TinyProgram {
    private static final int ROWS = 50_000;

    private TinyProgram() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        try (Connection connection = DriverManager.getConnection(args[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS tiny ENGINE = Atomic");
            statement.execute("CREATE OR REPLACE TABLE tiny.t (a Int64, b String) ENGINE = MergeTree ORDER BY a");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO tiny.t VALUES (?, ?)")) {
                for (int i = 0; i < ROWS; i++) {
                    insert.setLong(1, i);
                    insert.setString(2, "text " + i);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            long sum = 0;
            try (ResultSet result = statement.executeQuery("SELECT a, b FROM tiny.t")) {
                while (result.next()) {
                    sum += result.getLong("a") + result.getString("b").length();
                }
            }
            System.out.println("sum " + sum);
            System.out.println("driver " + connection.getMetaData().getDriverName());
        } catch (SQLException e) {
            System.out.println("failed " + e.getMessage());
        }
        Class<?> lz4 = Class.forName("net.jpountz.lz4.LZ4Factory");
        System.out.println("lz4 " + lz4.getMethod("fastestInstance").invoke(null));
    }
}
