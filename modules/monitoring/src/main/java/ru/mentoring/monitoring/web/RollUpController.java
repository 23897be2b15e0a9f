package ru.mentoring.monitoring.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import ru.mentoring.monitoring.rollup.RollUps;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;

/** Asks for a roll-up and shows how far it is. */
@Controller
@Permitted("roll-up.start")
class RollUpController {

    private final RollUps rollUps;

    RollUpController(RollUps rollUps) {
        this.rollUps = rollUps;
    }

    @PostMapping("/r/{org}/roll-ups")
    String start() {
        return "redirect:" + CurrentScope.get().path() + "/roll-ups/" + rollUps.request();
    }

    @GetMapping("/r/{org}/roll-ups/{rollUp}")
    String progress(@PathVariable UUID rollUp, Model model) {
        var shown = rollUps.get(rollUp);
        model.addAttribute("rollUp", shown);
        if (shown.open()) {
            model.addAttribute("refresh", 5);
        }
        return "monitoring/roll-up";
    }
}
