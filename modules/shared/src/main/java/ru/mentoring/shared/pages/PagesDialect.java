package ru.mentoring.shared.pages;

import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Lets templates say {@code #plural}, {@code #day}, {@code #figure} and {@code #here}. */
class PagesDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private static final String PLURAL = "plural";
    private static final String DAY = "day";
    private static final String FIGURE = "figure";
    private static final String HERE = "here";

    private final MessageSource messages;
    private final Clock clock;

    PagesDialect(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String getName() {
        return "pages";
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of(PLURAL, DAY, FIGURE, HERE);
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String name) {
        var locale = context.getLocale();
        return switch (name) {
            case PLURAL -> new Plurals(messages, locale);
            case DAY -> new Days(messages, clock, locale);
            case FIGURE -> new Figures(locale);
            case HERE -> here();
            default -> null;
        };
    }

    private static @Nullable Here here() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page
                ? new Here(page.getRequest())
                : null;
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
