package ru.mentoringtest;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Fails every test of a page that hands the next page something which the sessions of production,
 * kept in the database, cannot store.
 */
@AutoConfiguration
@ConditionalOnClass(MockMvc.class)
class StoredSessions {

    @Bean
    MockMvcBuilderCustomizer sessionsThatCanBeStored() {
        return builder -> builder.alwaysDo(StoredSessions::store);
    }

    private static void store(MvcResult result) throws IOException {
        var handed = result.getRequest().getAttribute(DispatcherServlet.OUTPUT_FLASH_MAP_ATTRIBUTE);
        if (!(handed instanceof Map<?, ?> attributes)) {
            return;
        }
        for (var attribute : attributes.entrySet()) {
            try (var out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
                out.writeObject(attribute.getValue());
            } catch (NotSerializableException e) {
                throw new AssertionError(
                        "The next page is handed «%s», which no session can store"
                                .formatted(attribute.getKey()),
                        e);
            }
        }
    }
}
