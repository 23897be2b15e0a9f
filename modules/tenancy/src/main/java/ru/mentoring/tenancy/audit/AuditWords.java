package ru.mentoring.tenancy.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/**
 * The words for what the trail records. Each module brings its own in {@code
 * messages/audit-<module> .properties}: {@code audit.topic.<first word of an action>}, {@code
 * audit.action.<action>}, {@code audit.object.<type>} and {@code audit.field.<field>}.
 */
@Component
public class AuditWords {

    private static final String ACTION = "audit.action.";
    private static final String TOPIC = "audit.topic.";
    private static final String OBJECT = "audit.object.";
    private static final String FIELD = "audit.field.";
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final MessageSource messages;
    private final Set<String> keys;

    AuditWords(MessageSource messages) {
        this.messages = messages;
        this.keys = keys();
    }

    /** All actions for which there are words. */
    public Set<String> actions() {
        return below(ACTION);
    }

    /** All first words of actions for which there are words. */
    public Set<String> topics() {
        return below(TOPIC);
    }

    /** All types of objects for which there are words. */
    public Set<String> objects() {
        return below(OBJECT);
    }

    /** Says what an action means; one that nobody described is called by its topic. */
    public String action(String action, Locale locale) {
        return text(ACTION + action, locale)
                .or(() -> text(TOPIC + action.split("\\.")[0], locale))
                .orElseGet(() -> required("audit.other", locale));
    }

    /** Says what a topic is about. */
    public String topic(String topic, Locale locale) {
        return text(TOPIC + topic, locale).orElseGet(() -> required("audit.other", locale));
    }

    /** Says what kind of thing an object is; nothing where nobody described it. */
    public Optional<String> object(String type, Locale locale) {
        return text(OBJECT + type, locale);
    }

    /**
     * Says what was touched: fields and kinds by their words, roles by their names, years as they
     * are. A field without words is left out: its name is the programmers' and would tell readers
     * nothing.
     */
    public List<String> fields(List<String> fields, Locale locale) {
        return fields.stream().flatMap(field -> field(field, locale).stream()).toList();
    }

    private Optional<String> field(String field, Locale locale) {
        return YEAR.matcher(field).matches()
                ? Optional.of(field)
                : text(FIELD + field, locale).or(() -> text("tenancy.role." + field, locale));
    }

    private Set<String> below(String prefix) {
        return keys.stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String required(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private Optional<String> text(String key, Locale locale) {
        @Nullable String text = messages.getMessage(key, null, null, locale);
        return Optional.ofNullable(text);
    }

    private static Set<String> keys() {
        var keys = new TreeSet<String>();
        try {
            for (var bundle :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:messages/audit-*.properties")) {
                keys.addAll(
                        PropertiesLoaderUtils.loadProperties(
                                        new EncodedResource(bundle, StandardCharsets.UTF_8))
                                .stringPropertyNames());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }
}
