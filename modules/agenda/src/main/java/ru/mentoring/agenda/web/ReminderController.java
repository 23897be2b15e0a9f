package ru.mentoring.agenda.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.agenda.domain.Reminders;
import ru.mentoring.shared.NoSuch;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;

/** Asks those again who have to do what the reader waits for. */
@Controller
@Permitted("agenda.arrange")
class ReminderController {

    private final Reminders reminders;

    ReminderController(Reminders reminders) {
        this.reminders = reminders;
    }

    /** The task is done meanwhile, or was never one that the reader waits for. */
    private static final class NotAwaited extends NoSuch {

        NotAwaited(UUID task) {
            super("awaited task", task);
        }
    }

    @PostMapping({
        "/s/{org}/home/{task}/reminder",
        "/d/{org}/home/{task}/reminder",
        "/r/{org}/home/{task}/reminder"
    })
    String askAgain(@PathVariable UUID task, RedirectAttributes redirect) {
        int asked = reminders.askAgain(task).orElseThrow(() -> new NotAwaited(task));
        redirect.addFlashAttribute(
                "banner", asked > 0 ? "agenda.reminder.sent" : "agenda.reminder.nobody");
        return "redirect:" + CurrentScope.get().path() + "/home";
    }
}
