"""ClickHouse in SQLAlchemy and Apache Superset, over the JDBC driver of ClickHouse Connect for Java."""
