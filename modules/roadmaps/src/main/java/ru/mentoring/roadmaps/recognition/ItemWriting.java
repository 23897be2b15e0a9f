package ru.mentoring.roadmaps.recognition;

import java.util.List;
import java.util.Map;
import ru.mentoring.roadmaps.recognition.Finding.Code;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineReader;

/** Interprets the texts of an item. */
final class ItemWriting {

    private static final Map<Deadline.Question, Code> QUESTIONS =
            Map.of(
                    Deadline.Question.NOT_UNDERSTOOD, Code.DEADLINE_NOT_UNDERSTOOD,
                    Deadline.Question.CROSSES_NEW_YEAR, Code.DEADLINE_CROSSES_NEW_YEAR,
                    Deadline.Question.ENDS_BEFORE_START, Code.DEADLINE_ENDS_BEFORE_START,
                    Deadline.Question.NO_SUCH_DATE, Code.DEADLINE_NO_SUCH_DATE,
                    Deadline.Question.SEVERAL, Code.DEADLINE_SEVERAL,
                    Deadline.Question.END_INCLUDED, Code.DEADLINE_END_INCLUDED,
                    Deadline.Question.IMPRECISE, Code.DEADLINE_IMPRECISE,
                    Deadline.Question.HALF_OF_WHICH_YEAR, Code.DEADLINE_HALF_OF_WHICH_YEAR,
                    Deadline.Question.NO_END, Code.DEADLINE_NO_END);

    private final Trace trace;

    ItemWriting(Trace trace) {
        this.trace = trace;
    }

    RecognisedItem write(ItemDraft draft) {
        List<String> lines = draft.lines(Column.ACTIVITY);
        ContentList list = ContentList.of(lines);
        List<String> content = list.points().stream().map(ContentList.Point::text).toList();
        String title =
                list.lead().isEmpty() ? String.join(" ", Lines.joinWrapped(lines)) : list.lead();
        Deadline deadline = DeadlineReader.read(String.join("\n", draft.lines(Column.DEADLINE)));
        List<String> responsible = Roles.split(draft.lines(Column.RESPONSIBLE));
        var item =
                new RecognisedItem(
                        draft.number(),
                        title.replaceAll("\\s*:$", ""),
                        content,
                        String.join("\n", lines),
                        deadlineText(draft, deadline),
                        deadline,
                        responsible,
                        String.join("\n", draft.lines(Column.RESULT)),
                        String.join("\n", draft.lines(Column.INDICATOR)),
                        String.join("\n", draft.notes()),
                        draft.place());
        note(item, draft);
        return item;
    }

    private static String deadlineText(ItemDraft draft, Deadline deadline) {
        boolean several =
                deadline instanceof Deadline.Unclear(Deadline.Question question, _)
                        && question == Deadline.Question.SEVERAL;
        return String.join(several ? "\n" : " ", draft.lines(Column.DEADLINE));
    }

    private void note(RecognisedItem item, ItemDraft draft) {
        String name = item.number().isEmpty() ? item.title() : item.number();
        if (!item.content().isEmpty()) {
            trace.find(
                    Code.CONTENT_LISTED,
                    item.place(),
                    name,
                    Integer.toString(item.content().size()));
        }
        if (item.responsible().size() > 1) {
            trace.find(
                    Code.RESPONSIBLE_SEVERAL,
                    item.place(),
                    name,
                    String.join("; ", item.responsible()));
        }
        if (draft.isInherited(Column.DEADLINE) && !item.deadlineText().isEmpty()) {
            trace.find(Code.DEADLINE_SHARED, item.place(), name, item.deadlineText());
        }
        switch (item.deadline()) {
            case Deadline.Unclear(Deadline.Question question, _) ->
                    trace.find(code(question), item.place(), name, item.deadlineText());
            case Deadline.OnDate _ ->
                    trace.find(Code.DEADLINE_WITHOUT_BY, item.place(), name, item.deadlineText());
            default -> {}
        }
    }

    private static Code code(Deadline.Question question) {
        return QUESTIONS.getOrDefault(question, Code.DEADLINE_NOT_UNDERSTOOD);
    }
}
