package ru.mentoring.shared.pages;

import java.util.List;

/**
 * Who is looking at a page, on behalf of which organisation, and where they can go from here.
 *
 * @param base address of the working organisation, such as {@code /s/0190…}; empty where there is
 *     none yet, as on the page that offers the choice
 * @param region name of the region, shown under the product's name; may be empty
 * @param organisation short name of the working organisation; empty where {@code base} is
 * @param roleKey message key of the person's role there; may be empty
 * @param person surname, name and patronymic in this order
 * @param navigation the pages this person may open, in their fixed order
 * @param severalOrganisations whether there is anything to switch to
 */
public record PageFrame(
        String base,
        String region,
        String organisation,
        String roleKey,
        String person,
        List<NavigationGroup> navigation,
        boolean severalOrganisations) {

    public PageFrame {
        navigation = List.copyOf(navigation);
    }

    /** Returns the frame of somebody who is signed in and works for no organisation yet. */
    public static PageFrame withoutOrganisation(String person, boolean severalOrganisations) {
        return new PageFrame("", "", "", "", person, List.of(), severalOrganisations);
    }
}
