package ru.mentoring.shared.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of the page that is being drawn, to vary it; {@code #here} in templates. */
public final class Here {

    private final String path;
    private final String query;

    Here(HttpServletRequest request) {
        this.path = Addresses.path(request);
        var asked = request.getQueryString();
        this.query = asked == null ? "" : asked;
    }

    /** Returns this address with the parameter set, and without the page number. */
    public String with(String parameter, Object value) {
        return change(parameter, value).toUriString();
    }

    /** Returns this address without the parameter, and without the page number. */
    public String without(String parameter) {
        return change(parameter, null).toUriString();
    }

    /** Returns this address showing the page with this number, counted from 1. */
    public String page(int number) {
        return change(Paging.PARAMETER, number == 1 ? null : number).toUriString();
    }

    /** Returns this address without any parameter. */
    public String bare() {
        return path;
    }

    private UriComponentsBuilder change(String parameter, @Nullable Object value) {
        var address =
                UriComponentsBuilder.fromPath(path)
                        .query(query)
                        .replaceQueryParam(Paging.PARAMETER);
        return value == null
                ? address.replaceQueryParam(parameter)
                : address.replaceQueryParam(parameter, encoded(value));
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
