package ru.mentoring.shared.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.format.datetime.standard.TemporalAccessorPrinter;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** How pages are served. */
@Configuration(proxyBeanMethods = false)
class PagesWebConfiguration implements WebMvcConfigurer {

    private static final String WEBJARS = "classpath*:META-INF/resources/webjars/";

    private final Shells shells;
    private final ResourcePatternResolver resources;

    PagesWebConfiguration(Shells shells, ResourcePatternResolver resources) {
        this.shells = shells;
        this.resources = resources;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ShellInterceptor(shells));
    }

    /** Dates travel between page and server as browsers' date fields write them. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        var dates = new DateTimeFormatterRegistrar();
        dates.setUseIsoFormat(true);
        dates.registerFormatters(registry);
        registry.addFormatterForFieldType(
                LocalDate.class,
                new TemporalAccessorPrinter(DateTimeFormatter.ISO_LOCAL_DATE),
                CalendarDays.ofBrowsers());
        registry.addFormatterForFieldAnnotation(new CalendarDays());
    }

    /** A file's name carries the hash of its content, so browsers may keep it for good. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .addResourceLocations(
                        folderOf(WEBJARS + "bootstrap/*/css/bootstrap-reboot.min.css"),
                        folderOf(WEBJARS + "htmx.org/*/dist/htmx.min.js"))
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addTransformer(new CssLinkResourceTransformer());
    }

    /** Finds the file in whichever version of its library is on the class path. */
    private Resource folderOf(String pattern) {
        try {
            var found = resources.getResources(pattern);
            if (found.length != 1) {
                throw new IllegalStateException(
                        "Expected one file %s, found %d".formatted(pattern, found.length));
            }
            return found[0].createRelative("./");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
