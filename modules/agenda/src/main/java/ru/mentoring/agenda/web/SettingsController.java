package ru.mentoring.agenda.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.agenda.domain.CalendarFeeds;
import ru.mentoring.agenda.domain.Correspondence;
import ru.mentoring.agenda.domain.LetterWishes;
import ru.mentoring.shared.pages.Option;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.RegionSettings;
import ru.mentoring.tenancy.Role;

/** Lets everybody say how they want to be written to. */
@Controller
@Permitted("agenda.arrange")
class SettingsController {

    private static final String HOURS = "HH:mm";

    /** The roles that get a digest of the week. */
    private static final EnumSet<Role> DIGESTED = EnumSet.of(Role.DIRECTOR);

    private final Correspondence correspondence;
    private final CalendarFeeds calendars;
    private final RegionSettings settings;

    SettingsController(
            Correspondence correspondence, CalendarFeeds calendars, RegionSettings settings) {
        this.correspondence = correspondence;
        this.calendars = calendars;
        this.settings = settings;
    }

    /** The wishes as they are typed. */
    record SettingsForm(
            @NotNull Long version,
            boolean newTasks,
            boolean reminders,
            boolean digest,
            boolean weekends,
            @NotNull @DateTimeFormat(pattern = HOURS) LocalTime quietFrom,
            @NotNull @DateTimeFormat(pattern = HOURS) LocalTime quietUntil) {

        static SettingsForm of(LetterWishes wishes) {
            return new SettingsForm(
                    wishes.version(),
                    wishes.newTasks(),
                    wishes.reminders(),
                    wishes.digest(),
                    wishes.weekends(),
                    wishes.quietFrom(),
                    wishes.quietUntil());
        }

        LetterWishes wishes() {
            return new LetterWishes(
                    version, newTasks, reminders, digest, weekends, quietFrom, quietUntil);
        }
    }

    @GetMapping({"/s/{org}/home/settings", "/d/{org}/home/settings", "/r/{org}/home/settings"})
    String settings(Model model) {
        model.addAttribute("settingsForm", SettingsForm.of(correspondence.mine()));
        return show(model);
    }

    @PostMapping({"/s/{org}/home/settings", "/d/{org}/home/settings", "/r/{org}/home/settings"})
    String store(
            @Valid @ModelAttribute("settingsForm") SettingsForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        if (faults.hasErrors()) {
            return show(model);
        }
        correspondence.wish(form.wishes());
        redirect.addFlashAttribute("banner", "agenda.settings.stored");
        return "redirect:" + CurrentScope.get().path() + "/home/settings";
    }

    private String show(Model model) {
        var digested = EnumSet.copyOf(DIGESTED);
        digested.retainAll(CurrentScope.get().roles());
        model.addAttribute("digested", !digested.isEmpty());
        model.addAttribute("zone", settings.zone().getId());
        model.addAttribute("hours", hours());
        model.addAttribute("calendarSince", calendars.mine().orElse(null));
        return "agenda/settings";
    }

    private static List<Option> hours() {
        var format = DateTimeFormatter.ofPattern(HOURS);
        return IntStream.range(0, 24)
                .mapToObj(hour -> format.format(LocalTime.of(hour, 0)))
                .map(hour -> new Option(hour, hour))
                .toList();
    }
}
