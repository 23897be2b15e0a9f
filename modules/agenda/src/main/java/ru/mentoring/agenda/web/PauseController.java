package ru.mentoring.agenda.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.agenda.domain.OpenTask;
import ru.mentoring.agenda.domain.TaskList;
import ru.mentoring.shared.pages.Days;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;

/** Sets a task aside until a day, and takes it up again. */
@Controller
@Permitted("agenda.arrange")
class PauseController {

    private final TaskList tasks;
    private final Titles titles;
    private final MessageSource messages;
    private final Clock clock;

    PauseController(TaskList tasks, Titles titles, MessageSource messages, Clock clock) {
        this.tasks = tasks;
        this.titles = titles;
        this.messages = messages;
        this.clock = clock;
    }

    /** Until when and why. */
    record PauseForm(
            @NotNull Long version,
            @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @NotBlank @Size(max = 300) String because) {}

    /** An empty form; the version is that of the task that is shown. */
    record Blank(@Nullable Long version, @Nullable LocalDate until, String because) {}

    @GetMapping({
        "/s/{org}/home/{task}/pause",
        "/d/{org}/home/{task}/pause",
        "/r/{org}/home/{task}/pause"
    })
    String ask(@PathVariable UUID task, Model model, Locale locale) {
        var found = tasks.find(task);
        model.addAttribute(
                "pauseForm",
                found.postponement()
                        .map(pause -> new Blank(found.version(), pause.until(), pause.because()))
                        .orElseGet(() -> new Blank(found.version(), null, "")));
        return show(found, model, locale);
    }

    @PostMapping({
        "/s/{org}/home/{task}/pause",
        "/d/{org}/home/{task}/pause",
        "/r/{org}/home/{task}/pause"
    })
    String setAside(
            @PathVariable UUID task,
            @Valid @ModelAttribute("pauseForm") PauseForm form,
            BindingResult faults,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var found = tasks.find(task);
        if (!faults.hasErrors()) {
            tasks.setAside(task, form.version(), form.until(), form.because())
                    .ifPresent(refusal ->
                            faults.rejectValue(
                                    "until",
                                    "agenda.pause." + refusal,
                                    new Object[] {latest(found, locale)},
                                    refusal.name()));
        }
        if (faults.hasErrors()) {
            return show(found, model, locale);
        }
        redirect.addFlashAttribute(
                "banner",
                List.of("agenda.pause.done", new Days(messages, clock, locale).of(form.until())));
        return home();
    }

    @PostMapping({
        "/s/{org}/home/{task}/pause/end",
        "/d/{org}/home/{task}/pause/end",
        "/r/{org}/home/{task}/pause/end"
    })
    String takeUp(
            @PathVariable UUID task, @RequestParam long version, RedirectAttributes redirect) {
        tasks.takeUp(task, version);
        redirect.addFlashAttribute("banner", "agenda.pause.over");
        return home();
    }

    private String show(OpenTask task, Model model, Locale locale) {
        model.addAttribute("task", task);
        model.addAttribute("title", titles.of(task.titleKey(), task.titleArguments(), locale));
        model.addAttribute("latest", latest(task, locale));
        return "agenda/pause";
    }

    private String latest(OpenTask task, Locale locale) {
        return new Days(messages, clock, locale).of(task.latestPause(LocalDate.now(clock)));
    }

    private static String home() {
        return "redirect:" + CurrentScope.get().path() + "/home";
    }
}
