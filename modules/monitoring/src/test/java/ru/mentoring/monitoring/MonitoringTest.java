package ru.mentoring.monitoring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import ru.mentoringtest.TestDatabase;

/**
 * A test of the figures together with the modules whose views they are counted from. Nothing is
 * counted but what a test asks for.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "mentoring.monitoring.look-every=PT24H",
            "mentoring.monitoring.look-first-after=PT24H",
            "mentoring.monitoring.beat-every=PT0.05S",
            "mentoring.monitoring.nightly=-",
            "mentoring.monitoring.nightly-at-least=PT0S"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Ledger.class)
public @interface MonitoringTest {}
