package ru.mentoringlocal.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import ru.mentoring.DemoTestApplication;
import ru.mentoringtest.TestDatabase;

/** A test over a database with one populated school in each of the two regions. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = DemoTestApplication.class, properties = "mentoring.demo.size=school")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(NamedLogins.class)
@interface DemoTest {}
