package ru.mentoring.shared.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Puts the layout's data together for one page. */
@Component
class Shells {

    private static final int PLACES_IN_BAR = 4;

    private final ObjectProvider<FrameSource> frames;
    private final ObjectProvider<BellSource> bells;
    private final MessageSource messages;

    Shells(
            ObjectProvider<FrameSource> frames,
            ObjectProvider<BellSource> bells,
            MessageSource messages) {
        this.frames = frames;
        this.bells = bells;
        this.messages = messages;
    }

    /** Returns what to draw around a page with this model. */
    Shell around(HttpServletRequest request, Map<String, ?> model) {
        var source = frames.getIfAvailable();
        var frame = source == null ? null : source.frame().orElse(null);
        var bell = frame == null ? null : bell();
        return shell(request, frame, bell, banner(model), problems(model));
    }

    /**
     * Returns what to draw around an error page. It never fails: if the frame cannot be had, it may
     * be for the very reason the page tells about, and the bare version is shown.
     */
    Shell aroundError(HttpServletRequest request) {
        try {
            return around(request, Map.of());
        } catch (RuntimeException unavailable) {
            return bare(request);
        }
    }

    /** Returns what to draw around a page for somebody about whom nothing is known. */
    Shell bare(HttpServletRequest request) {
        return shell(request, null, null, null, List.of());
    }

    private BellSource.@Nullable Bell bell() {
        var source = bells.getIfAvailable();
        return source == null ? null : source.bell().orElse(null);
    }

    private Shell shell(
            HttpServletRequest request,
            @Nullable PageFrame frame,
            BellSource.@Nullable Bell bell,
            @Nullable String banner,
            List<Problem> problems) {
        var locale = LocaleContextHolder.getLocale();
        var sections = frame == null ? List.<Shell.Section>of() : sections(frame, request);
        return new Shell(
                frame,
                bell,
                sections,
                bar(sections, locale),
                VisionSettings.of(request),
                Languages.otherThan(locale),
                Addresses.here(request),
                banner,
                problems);
    }

    private static List<Shell.Section> sections(PageFrame frame, HttpServletRequest request) {
        var path = Addresses.path(request);
        var current =
                frame.navigation().stream()
                        .flatMap(group -> group.links().stream())
                        .map(link -> frame.base() + link.path())
                        .filter(href -> path.equals(href) || path.startsWith(href + "/"))
                        .max(Comparator.comparingInt(String::length))
                        .orElse("");
        return frame.navigation().stream()
                .map(group ->
                        new Shell.Section(
                                group.key(),
                                group.links().stream()
                                        .map(link -> item(frame, link, current))
                                        .toList()))
                .toList();
    }

    private static Shell.Item item(PageFrame frame, NavigationLink link, String current) {
        var href = frame.base() + link.path();
        return new Shell.Item(link.key(), href, link.icon(), link.waiting(), href.equals(current));
    }

    /** Those with a short name come first; where they are few, the navigation's first fill up. */
    private List<Shell.Item> bar(List<Shell.Section> sections, Locale locale) {
        var items = sections.stream().flatMap(section -> section.items().stream()).toList();
        var shortNamed =
                items.stream()
                        .filter(item -> hasMessage(barKey(item), locale))
                        .map(item -> item.named(barKey(item)));
        var others = items.stream().filter(item -> !hasMessage(barKey(item), locale));
        return Stream.concat(shortNamed, others).limit(PLACES_IN_BAR).toList();
    }

    private boolean hasMessage(String key, Locale locale) {
        return StringUtils.hasText(messages.getMessage(key, null, "", locale));
    }

    private static String barKey(Shell.Item item) {
        return item.key() + ".bar";
    }

    /**
     * A controller leaves a message code, or a list of a code and its arguments, before a redirect.
     */
    private @Nullable String banner(Map<String, ?> model) {
        var locale = LocaleContextHolder.getLocale();
        return switch (model.get("banner")) {
            case null -> null;
            case List<?> said when !said.isEmpty() ->
                    messages.getMessage(
                            String.valueOf(said.getFirst()),
                            said.subList(1, said.size()).toArray(),
                            locale);
            case Object code -> messages.getMessage(code.toString(), null, locale);
        };
    }

    private List<Problem> problems(Map<String, ?> model) {
        var problems = new ArrayList<Problem>();
        for (var attribute : model.entrySet()) {
            if (attribute.getKey().startsWith(BindingResult.MODEL_KEY_PREFIX)
                    && attribute.getValue() instanceof BindingResult binding) {
                inOrderOfTheForm(binding)
                        .map(error -> Problem.of(error, messages))
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    /**
     * Validation reports in no particular order; the summary follows the form from top to bottom.
     */
    private static Stream<ObjectError> inOrderOfTheForm(BindingResult binding) {
        var target = binding.getTarget();
        if (target == null || !target.getClass().isRecord()) {
            return binding.getAllErrors().stream();
        }
        var order =
                Arrays.stream(target.getClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList();
        return binding.getAllErrors().stream()
                .sorted(Comparator.comparingInt(error -> position(order, error)));
    }

    private static int position(List<String> order, ObjectError error) {
        if (!(error instanceof FieldError field)) {
            return -1;
        }
        var first = field.getField().split("[.\\[]", 2)[0];
        int position = order.indexOf(first);
        return position < 0 ? order.size() : position;
    }
}
