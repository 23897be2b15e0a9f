package ru.mentoring.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;

/** Two districts become one on 1 September, and the report of the year before still shows both. */
final class DistrictMerger {

    private final RunningPlatform.Districts districts;
    private final LocalDate today = LocalDate.now();

    DistrictMerger(RunningPlatform.Districts districts) {
        this.districts = districts;
    }

    /** The centre merges them, after having looked over what that means. */
    void isConfirmedBy(Person admin) {
        admin.open("tenancy.organisations.nav");
        admin.sees("tenancy.organisations.title");
        admin.keepPicture("organisations");
        admin.followNamed(districts.first());
        admin.seesNamed(districts.first());
        admin.follow("tenancy.organisations.change");
        admin.sees("tenancy.organisations.change.what", districts.first());
        admin.follow("tenancy.organisations.change.kind.MERGING");
        admin.sees("tenancy.organisations.change.kind.MERGING");
        admin.tick(districts.second());
        admin.choose("tenancy.organisations.change.into", districts.first());
        admin.write("tenancy.organisations.change.day", "01.09." + startOfSchoolYear());
        admin.write("tenancy.organisations.change.orderNumber", "117-ОД");
        admin.write("tenancy.organisations.change.orderDate", "20.08." + startOfSchoolYear());
        admin.press("tenancy.organisations.change.preview");
        admin.sees(
                "tenancy.organisations.change.title.MERGING",
                districts.first() + ", " + districts.second(),
                districts.first());
        admin.reads(
                "tenancy.organisations.step.move",
                districts.secondSchool(),
                districts.second(),
                districts.first());
        admin.keepPicture("merger-preview");
        admin.press("tenancy.organisations.change.confirm");
        admin.isTold("tenancy.organisations.banner.IN_FORCE");
        admin.reads("tenancy.organisations.state.IN_FORCE");
        admin.open("tenancy.organisations.nav");
        admin.sees("tenancy.organisations.title");
        assertThat(admin.find("table")).containsText(districts.first());
        assertThat(admin.find("table")).not().containsText(districts.second());
    }

    /** Figures are counted anew: this year has one district, the year before both. */
    void isSeenBy(Person analyst) {
        analyst.open("monitoring.nav.dashboard");
        analyst.press("monitoring.roll-up.start");
        analyst.sees("monitoring.roll-up.title");
        analyst.reads("monitoring.roll-up.state.DONE");
        analyst.follow("monitoring.roll-up.back");
        var table = analyst.find("#table-h").locator("xpath=ancestor::section[1]");
        assertThat(table).containsText(districts.first());
        assertThat(table).not().containsText(districts.second());
        analyst.choose("monitoring.dashboard.year", String.valueOf(today.getYear() - 1));
        analyst.press("monitoring.dashboard.show");
        assertThat(table).containsText(districts.second());
        assertThat(table).containsText(districts.first());
        analyst.sees("monitoring.dashboard.of", "Лукоморская область");
        analyst.keepPicture("report-of-the-year-before");
        analyst.follow("monitoring.dashboard.tree.now");
        assertThat(table).not().containsText(districts.second());
        assertThat(table).containsText(districts.first());
    }

    private int startOfSchoolYear() {
        return today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
    }
}
