package ru.mentoring.shared.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/** Addresses inside the application, as a form may carry them to come back to its page. */
final class Addresses {

    /**
     * One slash, no second one and no backslash, which a browser could read as another host; no
     * brace, which a redirect would read as a variable.
     */
    private static final Pattern INSIDE = Pattern.compile("/(?!/)[^\\\\{}\\p{Cntrl}]*");

    private Addresses() {}

    /** Returns the path of the page, without the query; of the failed one if this is its error. */
    static String path(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String uri ? uri : request.getRequestURI();
    }

    /**
     * Returns the address to come back to this page. What answers a sent form cannot be asked for
     * again; from there one comes back to the start.
     */
    static String here(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "/";
        }
        var query = request.getQueryString();
        var here = path(request) + (StringUtils.hasText(query) ? "?" + query : "");
        return safe(here);
    }

    /** Returns the address if it leads nowhere but into the application, else the start. */
    static String safe(String address) {
        return INSIDE.matcher(address).matches() ? address : "/";
    }
}
