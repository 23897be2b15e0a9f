package ru.mentoring.isolation;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import ru.mentoring.shared.Open;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.SignedIn;

/** All pages and commands of the application, as its own list of handlers tells them. */
public final class Endpoints {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)(?::[^}]*)?}");

    /** One address with one method. */
    public record Endpoint(RequestMethod method, String pattern, HandlerMethod handler) {

        /** The permission that the handler asks for, if it works for an organisation. */
        public Optional<String> permission() {
            return Optional.ofNullable(rule(handler, Permitted.class)).map(Permitted::value);
        }

        public boolean hasRule() {
            return permission().isPresent()
                    || rule(handler, SignedIn.class) != null
                    || rule(handler, Open.class) != null;
        }

        public boolean isOpen() {
            return rule(handler, Open.class) != null;
        }

        /** The level whose addresses it belongs to; none outside organisations. */
        public Optional<Level> level() {
            for (var level : Level.values()) {
                if (!level.prefix().isEmpty() && pattern.startsWith("/" + level.prefix() + "/{")) {
                    return Optional.of(level);
                }
            }
            return Optional.empty();
        }

        /** Says whether programs call it, whose organisation their token tells. */
        public boolean isForPrograms() {
            return pattern.startsWith("/api/");
        }

        /** The names in braces, but for the organisation's own. */
        public List<String> variables() {
            return VARIABLE.matcher(pattern)
                    .results()
                    .map(result -> result.group(1))
                    .filter(name -> !name.equals("org"))
                    .toList();
        }

        /** The address with the variables replaced. */
        public String address(String org, Map<String, String> values) {
            return VARIABLE.matcher(pattern)
                    .replaceAll(found ->
                            Matcher.quoteReplacement(
                                    found.group(1).equals("org")
                                            ? org
                                            : values.get(found.group(1))));
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private Endpoints() {}

    /** Returns every endpoint whose handler is ours. */
    public static List<Endpoint> of(RequestMappingHandlerMapping mapping) {
        var endpoints = new ArrayList<Endpoint>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    if (handler.getBeanType().getName().startsWith("ru.mentoring.")) {
                        var methods = info.getMethodsCondition().getMethods();
                        for (var pattern : info.getPatternValues()) {
                            for (var method :
                                    methods.isEmpty() ? List.of(RequestMethod.GET) : methods) {
                                endpoints.add(new Endpoint(method, pattern, handler));
                            }
                        }
                    }
                });
        return endpoints;
    }

    private static <A extends Annotation> @Nullable A rule(HandlerMethod handler, Class<A> type) {
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), type);
        return own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), type);
    }
}
