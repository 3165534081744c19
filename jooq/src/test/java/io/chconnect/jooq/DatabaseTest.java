package io.chconnect.jooq;

import io.chconnect.testkit.server.ClickHouseServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test class with I/O whose constructor and methods are given a {@link TestDatabase.Scratch}. */
@ClickHouseServerTest
@ExtendWith(TestDatabase.class)
@Timeout(120)
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DatabaseTest {}
