package ru.mentoring.tenancy.web;

import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.isolation.FormKeys;
import ru.mentoring.tenancy.isolation.RepeatedForm;

/** Leads whoever sent a form twice to where the first one went. */
@ControllerAdvice
@Order(0)
class RepeatedForms {

    private final FormKeys keys;

    RepeatedForms(FormKeys keys) {
        this.keys = keys;
    }

    @ExceptionHandler(RepeatedForm.class)
    RedirectView again(RepeatedForm repeated, RedirectAttributes attributes) {
        var location =
                keys.whereItLed(repeated.key())
                        .orElseGet(() -> CurrentScope.get().path() + "/home");
        attributes.addFlashAttribute("banner", "tenancy.form.repeated");
        var view = new RedirectView(location);
        view.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
        return view;
    }
}
