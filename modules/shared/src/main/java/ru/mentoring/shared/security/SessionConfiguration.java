package ru.mentoring.shared.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** How sessions lie in the database. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /**
     * What a session is made of. Whoever could write into its table could otherwise have any class
     * of the class path made here.
     */
    private static final ObjectInputFilter KNOWN =
            ObjectInputFilter.Config.createFilter(
                    "maxdepth=40;maxrefs=50000;maxbytes=4000000;"
                            + "java.lang.*;java.util.*;java.util.concurrent.*;java.time.*;java.net.*;java.math.*;"
                            + "org.springframework.security.**;org.springframework.session.**;"
                            + "org.springframework.util.*;org.springframework.web.servlet.**;"
                            + "ru.mentoring.**;!*");

    /**
     * The first requests of a browser come at once and store the same attributes of the same
     * session; the second one replaces them instead of failing.
     */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer parallelFirstRequests() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** The name is the one by which Spring Session finds it. */
    @Bean
    ConversionService springSessionConversionService() {
        var conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(
                byte[].class,
                Object.class,
                new DeserializingConverter(SessionConfiguration::readKnown));
        return conversions;
    }

    static Object readKnown(InputStream stored) throws IOException {
        var objects = new ObjectInputStream(stored);
        objects.setObjectInputFilter(KNOWN);
        try {
            return objects.readObject();
        } catch (ClassNotFoundException gone) {
            throw new IOException(
                    "A session holds something that this release does not know", gone);
        }
    }
}
