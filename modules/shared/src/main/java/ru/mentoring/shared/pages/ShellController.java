package ru.mentoring.shared.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import ru.mentoring.shared.Open;

/** Look and language of the pages: plain forms, remembered in cookies, for everybody. */
@Controller
@Open
class ShellController {

    private static final String RESET = "reset";

    private final LocaleResolver locales;

    ShellController(LocaleResolver locales) {
        this.locales = locales;
    }

    @GetMapping("/a11y")
    String look() {
        return "shared/look";
    }

    @PostMapping("/a11y")
    String changeLook(
            @RequestParam("set") String command,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var settings =
                command.equals(RESET)
                        ? VisionSettings.NONE
                        : VisionSettings.of(request).with(command);
        Cookies.write(request, response, Cookies.VISION, settings.written());
        return "redirect:" + Addresses.safe(back);
    }

    @PostMapping("/language")
    String changeLanguage(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        locales.setLocale(request, response, Languages.called(language));
        return "redirect:" + Addresses.safe(back);
    }
}
