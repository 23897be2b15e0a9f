package ru.mentoring.tenancy.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.domain.Assignments.Place;

/**
 * Binds the scope of a request from its address.
 *
 * <p>The working organisation is part of the address and is checked against the person's
 * assignments on every request; so two tabs are two scopes, and a role taken away ends with the
 * request in which it was used. Whoever has no right there gets the same 404 as for an organisation
 * that does not exist.
 */
@Component
@Order(0)
class WorkingOrganisation extends OncePerRequestFilter {

    /** Session attribute with the path of the organisation last worked in. */
    static final String LAST = "tenancy.last-organisation";

    /** Request attribute with the {@link Working} of a request inside an organisation. */
    static final String WORKING = WorkingOrganisation.class.getName() + ".working";

    /** Where the person works in this request, and whether there are other places to switch to. */
    record Working(Place place, boolean several) {}

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "/([sdr])/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(/.*)?");

    private static final Pattern ANY_SCOPED = Pattern.compile("/[sdr](/.*)?");

    private final Assignments assignments;

    WorkingOrganisation(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (!ANY_SCOPED.matcher(path).matches()) {
            chain.doFilter(request, response);
            return;
        }
        var places = places();
        var place = place(path, places);
        if (place.isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        request.setAttribute(WORKING, new Working(place.get(), places.size() > 1));
        remember(request, place.get());
        inScope(place.get(), request, response, chain);
    }

    private static void inScope(
            Place place,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        try {
            CurrentScope.callChecked(
                    place.scope(),
                    () -> {
                        chain.doFilter(request, response);
                        return Boolean.TRUE;
                    });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private static Optional<Place> place(String path, List<Place> places) {
        var matcher = ADDRESS.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var org = new OrgId(UUID.fromString(matcher.group(2)));
        return Arrays.stream(Level.values())
                .filter(level -> level.prefix().equals(matcher.group(1)))
                .flatMap(level -> places.stream().filter(place -> place.is(level, org)))
                .findFirst();
    }

    /** All places where the person who is signed in works; none for visitors. */
    List<Place> places() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof OidcUser user)) {
            return List.of();
        }
        return assignments.of(
                Objects.requireNonNull(user.getIssuer()).toString(),
                Objects.requireNonNull(user.getSubject()));
    }

    private static void remember(HttpServletRequest request, Place place) {
        var session = request.getSession(false);
        var path = place.scope().path();
        if (session != null && !path.equals(session.getAttribute(LAST))) {
            session.setAttribute(LAST, path);
        }
    }
}
