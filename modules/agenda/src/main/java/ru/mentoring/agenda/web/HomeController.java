package ru.mentoring.agenda.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import ru.mentoring.agenda.Errands;
import ru.mentoring.agenda.HomeNotice;
import ru.mentoring.agenda.TaskView;
import ru.mentoring.agenda.domain.TaskBook;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.Permitted;

/** Answers what somebody has to do now, and by when. */
@Controller
@Permitted("agenda.read")
class HomeController {

    private final TaskBook agenda;
    private final OrgTree tree;
    private final MessageSource messages;
    private final ObjectProvider<HomeNotice> notices;
    private final ObjectProvider<Errands> errands;
    private final Clock clock;

    HomeController(
            TaskBook agenda,
            OrgTree tree,
            MessageSource messages,
            ObjectProvider<HomeNotice> notices,
            ObjectProvider<Errands> errands,
            Clock clock) {
        this.agenda = agenda;
        this.tree = tree;
        this.messages = messages;
        this.notices = notices;
        this.errands = errands;
        this.clock = clock;
    }

    /** Tasks that are due at about the same time. */
    record Group(String name, String look, String icon, List<Line> tasks) {}

    /**
     * A task as the page shows it.
     *
     * @param where the organisation that is waited for; empty for the reader's own tasks
     * @param address where it is done; empty if that is not for the reader
     */
    record Line(
            String title,
            String action,
            String where,
            @Nullable LocalDate due,
            Instant since,
            String address) {}

    /** What the data say is still to be done, as the page shows it. */
    record Standing(String title, String action, String address) {}

    @GetMapping({"/s/{org}/home", "/d/{org}/home", "/r/{org}/home"})
    String home(Model model, Locale locale) {
        var today = LocalDate.now(clock);
        var endOfWeek = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var mine = agenda.mine();
        var late = lines(mine, task -> isBefore(task.due(), today), locale);
        var week =
                lines(
                        mine,
                        task ->
                                !isBefore(task.due(), today)
                                        && isBefore(task.due(), endOfWeek.plusDays(1)),
                        locale);
        var later =
                lines(
                        mine,
                        task -> task.due() == null || !isBefore(task.due(), endOfWeek.plusDays(1)),
                        locale);
        var groups = new ArrayList<Group>();
        add(groups, new Group("late", "bad", "octagon-x", late));
        add(groups, new Group("week", "warn", "clock", week));
        add(groups, new Group("later", "muted", "calendar-days", later));
        model.addAttribute("today", today);
        model.addAttribute("groups", groups);
        model.addAttribute("late", late.size());
        model.addAttribute("week", week.size());
        model.addAttribute("next", next(later));
        model.addAttribute("awaited", awaited(locale));
        model.addAttribute("notices", notices(locale));
        model.addAttribute("errands", errands(locale));
        return "agenda/home";
    }

    private static void add(List<Group> groups, Group group) {
        if (!group.tasks().isEmpty()) {
            groups.add(group);
        }
    }

    private static boolean isBefore(@Nullable LocalDate due, LocalDate day) {
        return due != null && due.isBefore(day);
    }

    private static @Nullable LocalDate next(List<Line> later) {
        return later.isEmpty() ? null : later.getFirst().due();
    }

    private List<Line> lines(List<TaskView> tasks, Predicate<TaskView> wanted, Locale locale) {
        return tasks.stream().filter(wanted).map(task -> line(task, "", locale)).toList();
    }

    private List<Line> awaited(Locale locale) {
        var own = CurrentScope.get().org();
        return agenda.awaited().stream()
                .map(task ->
                        line(
                                task,
                                task.org().equals(own) ? "" : tree.organisation(task.org()).name(),
                                locale))
                .toList();
    }

    private List<String> notices(Locale locale) {
        return notices.orderedStream()
                .flatMap(notice -> notice.now().stream())
                .map(notice -> text(notice.key(), notice.arguments().toArray(), locale))
                .toList();
    }

    private List<Standing> errands(Locale locale) {
        var here = CurrentScope.get().path();
        return errands.orderedStream()
                .flatMap(source -> source.open().stream())
                .map(errand ->
                        new Standing(
                                text(errand.titleKey(), errand.arguments().toArray(), locale),
                                text(errand.titleKey() + ".action", new Object[0], locale),
                                here + errand.path()))
                .toList();
    }

    private Line line(TaskView task, String where, Locale locale) {
        var arguments = task.titleArguments().toArray();
        boolean here = task.org().equals(CurrentScope.get().org());
        return new Line(
                text(task.titleKey(), arguments, locale),
                text(task.titleKey() + ".action", arguments, locale),
                where,
                task.due(),
                task.since(),
                here ? CurrentScope.get().path() + task.path() : "");
    }

    /** A text whose words a release has taken away must not take the whole page away. */
    private String text(String key, Object[] arguments, Locale locale) {
        var text = messages.getMessage(key, arguments, key, locale);
        return text == null ? key : text;
    }
}
