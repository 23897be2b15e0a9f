package ru.mentoring.shared.pages;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** What every page stands on: words, language, names of static files. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

    private static final String BUNDLES = "classpath*:messages/*.properties";
    private static final Pattern DEFAULT_BUNDLE = Pattern.compile("([a-z-]+)\\.properties");

    /** Every module's bundle; one appears by lying in {@code messages/} on the class path. */
    @Bean
    static MessageSource messageSource(ResourcePatternResolver resources) throws IOException {
        var bundles =
                Arrays.stream(resources.getResources(BUNDLES))
                        .map(Resource::getFilename)
                        .map(name -> DEFAULT_BUNDLE.matcher(name == null ? "" : name))
                        .filter(name -> name.matches())
                        .map(name -> "messages/" + name.group(1))
                        .distinct()
                        .sorted()
                        .toArray(String[]::new);
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(bundles);
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new ChosenLanguage();
    }

    @Bean
    static PagesDialect pagesDialect(MessageSource messages, Clock clock) {
        return new PagesDialect(messages, clock);
    }

    /** Rewrites links to static files to the names that carry their content's hash. */
    @Bean
    static FilterRegistrationBean<ResourceUrlEncodingFilter> assetNames() {
        var registration = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }
}
