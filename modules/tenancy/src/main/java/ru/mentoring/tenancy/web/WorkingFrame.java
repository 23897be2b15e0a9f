package ru.mentoring.tenancy.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import ru.mentoring.shared.pages.FrameSource;
import ru.mentoring.shared.pages.NavigationGroup;
import ru.mentoring.shared.pages.NavigationLink;
import ru.mentoring.shared.pages.PageFrame;
import ru.mentoring.tenancy.NavigationEntry;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.web.WorkingOrganisation.Working;

/**
 * Tells the layout for which organisation a page is shown, and which pages the person's roles open
 * there.
 */
@Component
class WorkingFrame implements FrameSource {

    private final List<NavigationEntry> entries;

    WorkingFrame(List<NavigationEntry> entries) {
        this.entries =
                entries.stream().sorted(Comparator.comparingInt(NavigationEntry::order)).toList();
    }

    @Override
    public Optional<PageFrame> frame() {
        var attributes = RequestContextHolder.getRequestAttributes();
        if (attributes != null
                && attributes.getAttribute(
                                WorkingOrganisation.WORKING, RequestAttributes.SCOPE_REQUEST)
                        instanceof Working working) {
            return Optional.of(frame(working));
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof OidcUser user
                ? Optional.of(PageFrame.withoutOrganisation(name(user), false))
                : Optional.empty();
    }

    private PageFrame frame(Working working) {
        var place = working.place();
        return new PageFrame(
                place.scope().path(),
                place.regionName(),
                place.orgName(),
                "tenancy.role." + place.role(),
                place.displayName(),
                navigation(place.scope()),
                working.several());
    }

    private List<NavigationGroup> navigation(Scope scope) {
        return entries.stream()
                .filter(entry ->
                        entry.levels().contains(scope.level()) && scope.may(entry.permission()))
                .collect(
                        Collectors.groupingBy(
                                NavigationEntry::group,
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        entry ->
                                                new NavigationLink(
                                                        entry.key(), entry.path(), entry.icon(), 0),
                                        Collectors.toList())))
                .entrySet()
                .stream()
                .map(group -> new NavigationGroup(group.getKey(), group.getValue()))
                .toList();
    }

    private static String name(OidcUser user) {
        return user.getFullName() == null ? "" : user.getFullName();
    }
}
