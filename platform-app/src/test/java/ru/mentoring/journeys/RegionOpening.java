package ru.mentoring.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * What the administrator of a region does that has just been opened: the list of districts and
 * schools from a workbook, and what is known of the schools.
 */
final class RegionOpening {

    private RegionOpening() {}

    static void uploadsTheList(Person admin) {
        admin.open("tenancy.organisations.nav");
        admin.sees("tenancy.organisations.title");
        admin.follow("tenancy.orglist.link");
        admin.sees("tenancy.orglist.title");
        admin.attach(OnStage.platform().root().resolve("docs/samples/spisok-organizatsij.xlsx"));
        admin.press("tenancy.orglist.check");
        admin.sees("tenancy.orglist.head.PREVIEW");
        admin.reads("tenancy.orglist.nothing-opened");
        assertThat(admin.find("tbody tr")).hasCount(2);
        assertThat(admin.find("tbody")).containsText("Песчанская СОШ");
        assertThat(admin.find("tbody")).containsText("Озёрная СОШ № 6");
        admin.keepPicture("organisations-preview");
    }

    static void opensIt(Person admin) {
        admin.activate(admin.find("form[action$='/confirm'] button"));
        admin.isTold("tenancy.orglist.banner.OPENED");
        admin.sees("tenancy.orglist.head.DONE");
        admin.follow("tenancy.orglist.to-directory");
        admin.sees("tenancy.organisations.title");
        admin.readsNamed("Зеленоборский район");
    }

    static void looksAtTheSchools(Person admin) {
        admin.open("tenancy.profile.nav.all");
        admin.sees("tenancy.profile.all.title");
        assertThat(admin.find("tbody tr")).hasCount(8);
        admin.keepPicture("school-facts");
        admin.followNamed("Березняковская ООШ");
        admin.seesNamed("Березняковская ООШ");
        admin.reads("tenancy.profile.small.short");
        admin.reads("tenancy.profile.state.CONFIRMED");
    }
}
