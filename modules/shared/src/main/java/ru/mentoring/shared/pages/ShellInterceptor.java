package ru.mentoring.shared.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.SmartView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/**
 * Gives each page its surroundings: the model attributes {@code shell} and {@code base}.
 *
 * <p>A sent form that comes back with something to correct is answered with 422, so that a program
 * in front or a test can tell it from success; the page is the same.
 */
class ShellInterceptor implements HandlerInterceptor {

    static final String SHELL = "shell";
    static final String BASE = "base";

    private final Shells shells;

    ShellInterceptor(Shells shells) {
        this.shells = shells;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        if (page == null || isRedirect(page) || page.getModel().containsKey(SHELL)) {
            return;
        }
        var shell = shells.around(request, page.getModel());
        put(page, shell);
        if (request.getMethod().equals("POST")
                && !shell.problems().isEmpty()
                && response.getStatus() == HttpStatus.OK.value()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
    }

    static void put(ModelAndView page, Shell shell) {
        page.addObject(SHELL, shell);
        var frame = shell.frame();
        page.addObject(BASE, frame == null ? "" : frame.base());
    }

    private static boolean isRedirect(ModelAndView page) {
        View view = page.getView();
        if (view != null) {
            return view instanceof SmartView smart && smart.isRedirectView();
        }
        var name = page.getViewName();
        return name != null
                && (name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)
                        || name.startsWith(UrlBasedViewResolver.FORWARD_URL_PREFIX));
    }
}
