package ru.mentoring.shared.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import ru.mentoring.shared.api.Problems;

/**
 * Answers in words where a request is sent away before anything of it has been looked at: without
 * session, person or database, which may be what there is too little of.
 */
@Component
public class BarePages {

    private final Shells shells;
    private final ThymeleafViewResolver views;
    private final LocaleResolver languages;
    private final ResourceUrlProvider assets;
    private final Problems problems;

    BarePages(
            Shells shells,
            ThymeleafViewResolver views,
            LocaleResolver languages,
            ResourceUrlProvider assets,
            Problems problems) {
        this.shells = shells;
        this.views = views;
        this.languages = languages;
        this.assets = assets;
        this.problems = problems;
    }

    /**
     * Writes the whole answer: a page, or for htmx a note on the page that asked, or for programs a
     * problem.
     *
     * @param key beginning of the words: title and text follow with {@code .title} and {@code
     *     .text}
     * @param wait when to come again; whole seconds, rounded up, stand in {@code Retry-After}
     */
    public void write(
            HttpStatus status,
            String key,
            Duration wait,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (Problems.isForPrograms(Addresses.path(request))) {
            problems.write(status, wait, request, response);
            return;
        }
        boolean note = request.getHeader("HX-Request") != null;
        response.setStatus(status.value());
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
        if (note) {
            response.setHeader("HX-Retarget", "#notice");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        LocaleContextHolder.setLocale(languages.resolveLocale(request));
        try {
            var model = new HashMap<String, Object>();
            model.put("key", key);
            model.put("kept", ErrorPages.typed(request));
            model.put("wait", wait);
            model.put(ShellInterceptor.SHELL, shells.bare(request));
            model.put(ShellInterceptor.BASE, "");
            var view =
                    views.resolveViewName(
                            note ? "shared/error :: note" : "shared/error",
                            LocaleContextHolder.getLocale());
            Objects.requireNonNull(view).render(model, request, named(response));
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    /** Static files by the names that carry their content's hash, as everywhere. */
    private HttpServletResponse named(HttpServletResponse response) {
        return new HttpServletResponseWrapper(response) {
            @Override
            public String encodeURL(String url) {
                var named = assets.getForLookupPath(url);
                return named == null ? url : named;
            }
        };
    }
}
