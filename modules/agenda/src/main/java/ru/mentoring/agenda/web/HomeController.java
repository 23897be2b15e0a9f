package ru.mentoring.agenda.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import ru.mentoring.agenda.Errands;
import ru.mentoring.agenda.HomeNotice;
import ru.mentoring.agenda.domain.AwaitedTask;
import ru.mentoring.agenda.domain.DoneTask;
import ru.mentoring.agenda.domain.OpenTask;
import ru.mentoring.agenda.domain.TaskBook;
import ru.mentoring.agenda.domain.TaskList;
import ru.mentoring.tenancy.Accounts;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.Permitted;

/** Answers what somebody has to do now, and by when. */
@Controller
@Permitted("agenda.read")
class HomeController {

    private final TaskBook agenda;
    private final TaskList tasks;
    private final OrgTree tree;
    private final Accounts accounts;
    private final Titles titles;
    private final ObjectProvider<HomeNotice> notices;
    private final ObjectProvider<Errands> errands;
    private final Clock clock;

    HomeController(
            TaskBook agenda,
            TaskList tasks,
            OrgTree tree,
            Accounts accounts,
            Titles titles,
            ObjectProvider<HomeNotice> notices,
            ObjectProvider<Errands> errands,
            Clock clock) {
        this.agenda = agenda;
        this.tasks = tasks;
        this.tree = tree;
        this.accounts = accounts;
        this.titles = titles;
        this.notices = notices;
        this.errands = errands;
        this.clock = clock;
    }

    /** Tasks that are due at about the same time. */
    record Group(String name, String look, String icon, List<Line> tasks) {}

    /**
     * One of the reader's own tasks as the page shows it.
     *
     * @param from the organisation that asks for it; empty where it is the reader's own
     * @param others the colleagues whose task it is as well; empty where there is none
     * @param aside the page on which it is set aside
     * @param pause who has set it aside and why, or nothing
     */
    record Line(
            String title,
            String action,
            String from,
            String others,
            @Nullable LocalDate due,
            boolean late,
            Instant since,
            String address,
            String aside,
            long version,
            @Nullable Pause pause) {}

    /** That a task is set aside. */
    record Pause(LocalDate until, String because, String by) {}

    /**
     * What others have to do.
     *
     * @param where the organisation that is waited for; empty where it is the reader's own
     * @param address where it is done; empty if that is not for the reader
     * @param asked when they were last asked again
     * @param ask where they are asked again; empty if they have been today
     */
    record Awaited(
            String title,
            String where,
            @Nullable LocalDate due,
            Instant since,
            String address,
            @Nullable LocalDate asked,
            String ask) {}

    /** What is done; {@code by} is empty where nobody in particular did it. */
    record Done(String title, Instant at, String by) {}

    /** What the data say is still to be done, as the page shows it. */
    record Standing(String title, String action, String address) {}

    @GetMapping({"/s/{org}/home", "/d/{org}/home", "/r/{org}/home"})
    String home(Model model, Locale locale) {
        var today = LocalDate.now(clock);
        var colleagues = new Colleagues(accounts);
        var all = tasks.open();
        var late = new ArrayList<Line>();
        var week = new ArrayList<Line>();
        var next = new ArrayList<Line>();
        var later = new ArrayList<Line>();
        var aside = new ArrayList<Line>();
        var endOfWeek = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        for (var task : all) {
            var line = line(task, today, colleagues, locale);
            var due = task.due();
            if (task.isAsideOn(today)) {
                aside.add(line);
            } else if (line.late()) {
                late.add(line);
            } else if (due == null || due.isAfter(endOfWeek.plusWeeks(1))) {
                later.add(line);
            } else if (due.isAfter(endOfWeek)) {
                next.add(line);
            } else {
                week.add(line);
            }
        }
        var groups = new ArrayList<Group>();
        add(groups, new Group("late", "bad", "octagon-x", late));
        add(groups, new Group("week", "warn", "clock", week));
        add(groups, new Group("next", "muted", "calendar-days", next));
        add(groups, new Group("later", "muted", "calendar-days", later));
        model.addAttribute("today", today);
        model.addAttribute("groups", groups);
        model.addAttribute("aside", aside);
        model.addAttribute("late", late.size());
        model.addAttribute("week", week.size());
        model.addAttribute("next", firstDue(all, task -> !task.isAsideOn(today)));
        model.addAttribute("awaited", awaited(today, locale));
        model.addAttribute("done", tasks.done().stream().map(task -> done(task, locale)).toList());
        model.addAttribute("notices", notices(locale));
        model.addAttribute("errands", errands(locale));
        return "agenda/home";
    }

    private static void add(List<Group> groups, Group group) {
        if (!group.tasks().isEmpty()) {
            groups.add(group);
        }
    }

    private static @Nullable LocalDate firstDue(List<OpenTask> tasks, Predicate<OpenTask> wanted) {
        return tasks.stream()
                .filter(wanted)
                .map(OpenTask::due)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Line line(OpenTask task, LocalDate today, Colleagues colleagues, Locale locale) {
        var here = CurrentScope.get();
        return new Line(
                titles.of(task.titleKey(), task.titleArguments(), locale),
                titles.of(task.titleKey() + ".action", task.titleArguments(), locale),
                task.from().equals(here.org()) ? "" : tree.organisation(task.from()).name(),
                String.join(", ", colleagues.besidesMe(task.roles())),
                task.due(),
                task.isLateOn(today),
                task.since(),
                here.path() + task.path(),
                here.path() + "/home/" + task.id() + "/pause",
                task.version(),
                task.postponement()
                        .map(pause ->
                                new Pause(
                                        pause.until(),
                                        pause.because(),
                                        accounts.displayName(pause.by())))
                        .orElse(null));
    }

    private List<Awaited> awaited(LocalDate today, Locale locale) {
        return agenda.awaited().stream().map(waiting -> awaited(waiting, today, locale)).toList();
    }

    private Awaited awaited(AwaitedTask waiting, LocalDate today, Locale locale) {
        var task = waiting.task();
        var scope = CurrentScope.get();
        boolean here = task.org().equals(scope.org());
        var asked =
                waiting.askedAt()
                        .map(moment -> moment.atZone(clock.getZone()).toLocalDate())
                        .orElse(null);
        return new Awaited(
                titles.of(task.titleKey(), task.titleArguments(), locale),
                here ? "" : tree.organisation(task.org()).name(),
                task.due(),
                task.since(),
                here ? scope.path() + task.path() : "",
                asked,
                today.equals(asked) ? "" : scope.path() + "/home/" + waiting.id() + "/reminder");
    }

    private Done done(DoneTask task, Locale locale) {
        return new Done(
                titles.of(task.titleKey(), task.titleArguments(), locale),
                task.doneAt(),
                task.by().map(accounts::displayName).orElse(""));
    }

    private List<String> notices(Locale locale) {
        return notices.orderedStream()
                .flatMap(notice -> notice.now().stream())
                .map(notice -> titles.of(notice.key(), notice.arguments(), locale))
                .toList();
    }

    private List<Standing> errands(Locale locale) {
        var here = CurrentScope.get().path();
        return errands.orderedStream()
                .flatMap(source -> source.open().stream())
                .map(errand ->
                        new Standing(
                                titles.of(errand.titleKey(), errand.arguments(), locale),
                                titles.of(errand.titleKey() + ".action", List.of(), locale),
                                here + errand.path()))
                .toList();
    }
}
