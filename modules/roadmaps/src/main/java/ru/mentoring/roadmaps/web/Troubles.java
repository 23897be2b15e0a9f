package ru.mentoring.roadmaps.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.mentoring.roadmaps.domain.ItemId;
import ru.mentoring.roadmaps.domain.RoadmapView;
import ru.mentoring.roadmaps.domain.Step;
import ru.mentoring.tenancy.CurrentScope;

/** Says in words why a step was refused, one line for each row because of which it was. */
@Component
class Troubles {

    private final MessageSource messages;

    Troubles(MessageSource messages) {
        this.messages = messages;
    }

    List<Trouble> of(Step.Refused refused, RoadmapView roadmap, String page, Locale locale) {
        var key = "roadmaps.refused." + refused.reason();
        if (refused.items().isEmpty()) {
            return List.of(new Trouble(messages.getMessage(key, null, locale), ""));
        }
        return refused.items().stream()
                .map(item ->
                        new Trouble(
                                messages.getMessage(
                                        key + ".row", new Object[] {name(item, roadmap)}, locale),
                                link(refused.reason(), item, roadmap, page)))
                .toList();
    }

    /**
     * What is to be filled in is filled in on the page of the row; the rest stands on its paper.
     */
    private static String link(Step.Reason reason, ItemId item, RoadmapView roadmap, String page) {
        return switch (reason) {
            case TITLE_MISSING, RESPONSIBLE_MISSING, DEADLINE_UNCLEAR ->
                    "%s/roadmap/%s/items/%s"
                            .formatted(
                                    CurrentScope.get().path(), roadmap.id().value(), item.value());
            case WRONG_STATE,
                    EMPTY,
                    REMARKS_UNANSWERED,
                    ROWS_UNMARKED,
                    ROWS_RETURNED,
                    NOTHING_TO_RETURN,
                    TEXT_MISSING,
                    TEXT_TOO_LONG,
                    AGREED_ALREADY,
                    ORDER_MISSING,
                    NOT_A_FIRST_DRAFT ->
                    page + "#p-" + item.value();
        };
    }

    /** A row is called by its number, or by the beginning of its title if it has none. */
    private static String name(ItemId item, RoadmapView roadmap) {
        var wording = roadmap.row(item).wording();
        if (!wording.number().isBlank()) {
            return wording.spokenNumber();
        }
        return wording.title().length() > 40
                ? wording.title().substring(0, 40) + "…"
                : wording.title();
    }
}
