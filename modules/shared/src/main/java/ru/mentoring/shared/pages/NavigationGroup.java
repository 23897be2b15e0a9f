package ru.mentoring.shared.pages;

import java.util.List;

/**
 * Links of the navigation that stand together.
 *
 * @param key message key of the heading, or empty for the links on top that need none
 */
public record NavigationGroup(String key, List<NavigationLink> links) {

    public NavigationGroup {
        links = List.copyOf(links);
    }
}
