package ru.mentoring.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The product's main line as its users go it, in one run: a school's roadmap from Word to its
 * approval, its register, a pair that meets, and the region's figures; what becomes of the figures
 * when two districts merge; and how a region opens. One class, because a process can bring up the
 * product once.
 */
@ExtendWith(OnStage.class)
class FirstLineJourneyTests {

    private static final DateTimeFormatter ON_PAPER = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private static final String MENTOR = "Земляникин Захар";
    private static final String MENTEE = "Снежинская Аня";
    private static final String REMARK = "Уточните, какой документ это подтвердит";

    private final List<Person> people = new ArrayList<>();
    private final String today = LocalDate.now().format(ON_PAPER);

    @ParameterizedTest
    @EnumSource
    void leadsFromAWordRoadmapToTheRegionsFigures(Manner manner) {
        var platform = OnStage.platform();
        platform.answerInTurn(manner.replicas);
        var school = platform.openSchool("Приморская СОШ № " + (manner.ordinal() + 1));
        var curator = person(manner, "curator");
        var officer = person(manner, "officer");
        var director = person(manner, "director");
        var analyst = person(manner, "analyst");
        try {
            curator.workAt(school.name());
            uploadsTheRoadmap(curator);
            submits(curator);
            returns(officer, school.name());
            answers(curator);
            agrees(officer, school.name());
            handsOver(curator);
            director.workAt(school.name());
            approves(director);
            importsTheRegister(curator);
            recordsConsents(curator);
            clearsAMentor(curator);
            formsAPair(curator);
            holdsAMeeting(curator);
            countsAndLooks(analyst, officer, curator, school);
        } catch (AssertionError | RuntimeException failed) {
            people.forEach(person -> person.keepPicture("where-it-failed-" + person.name()));
            people.forEach(person -> person.findings().forEach(System.err::println));
            throw failed;
        }
        assertThat(people).flatMap(Person::findings).as("what was wrong on the pages").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RUSSIAN", "WITHOUT_SCRIPTS", "ENGLISH_ON_A_PHONE"})
    void mergesTwoDistrictsAndLeavesTheReportOfTheYearBeforeAsItWas(Manner manner) {
        var platform = OnStage.platform();
        platform.answerInTurn(manner.replicas);
        var merger = new DistrictMerger(platform.openTwoDistricts("№ " + (manner.ordinal() + 1)));
        var admin = person(manner, "admin");
        var analyst = person(manner, "analyst");
        try {
            admin.workAt("Лукоморская область");
            merger.isConfirmedBy(admin);
            merger.isSeenBy(analyst);
        } catch (AssertionError | RuntimeException failed) {
            people.forEach(person -> person.keepPicture("where-it-failed-" + person.name()));
            people.forEach(person -> person.findings().forEach(System.err::println));
            throw failed;
        }
        assertThat(people).flatMap(Person::findings).as("what was wrong on the pages").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RUSSIAN", "WITHOUT_SCRIPTS", "ENGLISH_ON_A_PHONE"})
    void opensARegionFromTheCommandToItsSchools(Manner manner) {
        var platform = OnStage.platform();
        platform.answerInTurn(manner.replicas);
        var region = "Лесная область № " + (manner.ordinal() + 1);
        assertThat(platform.openRegion("Л-" + manner.ordinal(), region, "admin"))
                .as("what the command said")
                .anyMatch(line -> line.contains(region));
        var admin = person(manner, "admin");
        try {
            admin.workAt(region);
            RegionOpening.uploadsTheList(admin);
            RegionOpening.opensIt(admin);
            RegionOpening.looksAtTheSchools(admin);
        } catch (AssertionError | RuntimeException failed) {
            admin.keepPicture("where-it-failed-" + admin.name());
            admin.findings().forEach(System.err::println);
            throw failed;
        }
        assertThat(people).flatMap(Person::findings).as("what was wrong on the pages").isEmpty();
    }

    private Person person(Manner manner, String login) {
        var person = Person.on(OnStage.platform(), manner, login);
        people.add(person);
        return person;
    }

    private static void uploadsTheRoadmap(Person curator) {
        curator.open("roadmaps.nav.own");
        curator.sees("roadmaps.none.title");
        curator.follow("roadmaps.none.upload");
        curator.sees("roadmaps.upload.title");
        curator.attach(
                OnStage.platform().root().resolve("docs/samples/dorozhnaya-karta-shkoly.docx"));
        curator.press("roadmaps.upload.read");
        curator.sees("roadmaps.preview.title");
        curator.keepPicture("roadmap-preview");
        curator.tick(curator.find("fieldset input[type=radio]").first());
        curator.press("roadmaps.preview.save");
        curator.isTold("roadmaps.upload.saved");
    }

    private static void submits(Person curator) {
        curator.sees("roadmaps.show.title", schoolYear());
        curator.follow("roadmaps.submission.verb");
        curator.sees("roadmaps.submission.title");
        curator.press("roadmaps.submission.verb");
        curator.isTold("roadmaps.submission.done");
        curator.sees("roadmaps.show.title", schoolYear());
    }

    /** Returns the roadmap with remarks at two items, one of which names the field. */
    private static void returns(Person officer, String school) {
        officer.open("roadmaps.nav.review");
        officer.sees("roadmaps.review.title");
        opens(officer, school);
        officer.reads("roadmaps.review.rows");
        remark(officer, 0, "RESULT");
        remark(officer, 1, "");
        acceptTheRest(officer);
        officer.sees("roadmaps.review.title");
        officer.keepPicture("review");
        officer.follow("roadmaps.review.return");
        officer.sees("roadmaps.review.return");
        officer.press("roadmaps.review.return");
        officer.isTold("roadmaps.review.returned");
    }

    /** Beside the queue the longest waiting roadmap is open until the answer has come. */
    private static void opens(Person officer, String school) {
        officer.followNamed(school);
        assertThat(officer.find(".review-open #roadmap")).containsText(school);
    }

    private static void acceptTheRest(Person officer) {
        officer.activate(officer.find("form[action$='/rest'] button"));
        assertThat(officer.find("form[action$='/rest']")).hasCount(0);
    }

    private static void remark(Person officer, int item, String field) {
        var details = officer.find("ol > li").nth(item).locator("details");
        officer.activate(details.locator("summary"));
        details.locator("select").selectOption(field);
        details.locator("textarea").fill(REMARK + " " + (item + 1));
        officer.activate(details.locator("button"));
        assertThat(officer.find("ol > li").nth(item).locator(".thread")).containsText(REMARK);
    }

    private static void answers(Person curator) {
        curator.open("agenda.nav.home");
        curator.sees("agenda.home.title");
        curator.keepPicture("home-with-returned-roadmap");
        curator.open("roadmaps.nav.own");
        curator.sees("roadmaps.show.title", schoolYear());
        curator.keepPicture("roadmap-returned");
        for (int left = 2; left > 0; left--) {
            assertThat(curator.find(".thread.open")).hasCount(left);
            var thread = curator.find(".thread.open").first();
            thread.locator("[name=answer]").fill("Исправлено");
            curator.activate(thread.locator("button[type=submit]"));
        }
        assertThat(curator.find(".thread.open")).hasCount(0);
        curator.follow("roadmaps.submission.again");
        curator.sees("roadmaps.submission.title");
        curator.press("roadmaps.submission.verb");
        curator.isTold("roadmaps.submission.done");
    }

    private static void agrees(Person officer, String school) {
        officer.open("roadmaps.nav.review");
        opens(officer, school);
        officer.reads("roadmaps.review.rows.changed");
        officer.sees("roadmaps.review.title");
        officer.keepPicture("review-again");
        acceptTheRest(officer);
        officer.follow("roadmaps.review.agree");
        officer.sees("roadmaps.review.agree");
        officer.press("roadmaps.review.agree");
        officer.isTold("roadmaps.review.agreed");
    }

    private static void handsOver(Person curator) {
        curator.open("roadmaps.nav.own");
        curator.follow("roadmaps.step.hand-over.verb");
        curator.sees("roadmaps.step.hand-over.title");
        curator.press("roadmaps.step.hand-over.verb");
        curator.isTold("roadmaps.step.hand-over.done");
    }

    private void approves(Person director) {
        director.open("roadmaps.nav.own");
        director.follow("roadmaps.approval.verb");
        director.sees("roadmaps.approval.title");
        director.write("roadmaps.approval.number", "118-о");
        director.write("roadmaps.approval.date", today);
        director.press("roadmaps.approval.verb");
        director.isTold("roadmaps.approval.done");
        director.sees("roadmaps.show.title", schoolYear());
        director.keepPicture("roadmap-in-force");
    }

    private static void importsTheRegister(Person curator) {
        curator.open("participants.nav.mentees");
        curator.sees("participants.mentees.title");
        curator.follow("participants.register.import");
        curator.sees("participants.import.title");
        curator.attach(OnStage.platform().root().resolve("docs/samples/reestr-uchastnikov.xlsx"));
        curator.press("participants.import.check");
        curator.sees("participants.import.preview.title");
        curator.keepPicture("register-preview");
        curator.activate(curator.find("form[action$='/confirm'] button"));
        curator.sees("participants.import.result.title");
        curator.open("participants.nav.mentees");
        curator.sees("participants.mentees.title");
        curator.keepPicture("register");
    }

    private void recordsConsents(Person curator) {
        curator.open("participants.nav.consents");
        curator.sees("participants.consents.title");
        for (var kind : List.of("CN1", "CN2")) {
            if (!kind.equals("CN1")) {
                curator.follow("participants.consents.short." + kind);
            }
            curator.reads("participants.consents.what." + kind);
            curator.tick(curator.find("[name=everybody]"));
            curator.tick(curator.word("participants.signer.PERSON"));
            curator.tick(curator.word("participants.signer.REPRESENTATIVE"));
            curator.write("participants.consents.signedOn", today);
            curator.press("participants.consents.store");
            assertThat(curator.find("table .t-ok").first()).isVisible();
            curator.sees("participants.consents.title");
        }
        curator.keepPicture("consents");
    }

    private void clearsAMentor(Person curator) {
        curator.open("participants.nav.mentors");
        curator.sees("participants.mentors.title");
        curator.write("participants.filter.q", MENTOR);
        curator.press("shared.table.find");
        assertThat(curator.find("tbody tr")).hasCount(1);
        curator.activate(curator.find("tbody a").first());
        curator.seesNamed(MENTOR);
        curator.write("participants.person.trainedOn", today);
        curator.press("participants.training.store");
        curator.isTold("participants.banner.trained");
        curator.write("participants.person.document", "77-114");
        curator.write("participants.person.issuedOn", today);
        curator.press("participants.check.store");
        curator.isTold("participants.banner.checked");
        curator.seesNamed(MENTOR);
        curator.keepPicture("mentor");
    }

    private void formsAPair(Person curator) {
        curator.open("programs.nav.pairs");
        curator.sees("programs.pairs.title");
        curator.follow("programs.pairs.add");
        curator.sees("programs.formation.title");
        curator.follow("programs.form.EMPLOYER_PUPIL");
        curator.tick(MENTOR);
        curator.write("programs.formation.find-mentee", MENTEE);
        curator.press("shared.table.find");
        curator.tick(MENTEE);
        curator.press("programs.formation.check");
        curator.reads("programs.formation.clear");
        curator.sees("programs.formation.title");
        curator.keepPicture("pair-checked");
        curator.press("programs.formation.propose");
        curator.isTold("programs.banner.proposed");
        curator.seesNamed(MENTOR);
        for (int left = 3; left > 0; left--) {
            assertThat(curator.find("form[action$='/confirmations']")).hasCount(left);
            curator.activate(curator.find("form[action$='/confirmations'] button").first());
        }
        assertThat(curator.find("form[action$='/confirmations']")).hasCount(0);
        curator.write("programs.order.number", "41");
        curator.write("programs.order.date", today);
        curator.press("programs.order.start");
        curator.isTold("programs.banner.started");
        curator.seesNamed(MENTOR);
    }

    private void holdsAMeeting(Person curator) {
        curator.tick(curator.word("programs.meeting.ACQUAINTANCE"));
        curator.write("programs.meetings.heldOn", today);
        curator.write("programs.meetings.minutes", "45");
        curator.tick(curator.word("programs.format.IN_PERSON"));
        curator.write("programs.meetings.topic", "Знакомство");
        curator.write("programs.meetings.result", "Договорились о встречах по средам");
        curator.tick(curator.find("[name=mentorContinues][value=true]"));
        curator.tick(curator.find("[name=menteesContinue][value=true]"));
        curator.press("programs.meetings.store");
        curator.isTold("programs.banner.held");
        curator.seesNamed(MENTOR);
        curator.keepPicture("pair");
    }

    private static void countsAndLooks(
            Person analyst, Person officer, Person curator, RunningPlatform.School school) {
        analyst.open("monitoring.nav.dashboard");
        analyst.press("monitoring.roll-up.start");
        analyst.sees("monitoring.roll-up.title");
        analyst.reads("monitoring.roll-up.state.DONE");
        analyst.follow("monitoring.roll-up.back");
        analyst.sees("monitoring.dashboard.of", "Лукоморская область");
        analyst.keepPicture("dashboard-region");
        analyst.followNamed(school.district());
        analyst.sees("monitoring.dashboard.of", school.district());
        analyst.followNamed(school.name());
        analyst.sees("monitoring.dashboard.of", school.name());
        analyst.reads("monitoring.ends-here");
        analyst.keepPicture("dashboard-school-from-above");
        officer.open("monitoring.nav.dashboard");
        officer.sees("monitoring.dashboard.of", school.district());
        curator.open("monitoring.nav.dashboard");
        curator.sees("monitoring.dashboard.of", school.name());
        curator.follow("monitoring.pairs");
        curator.sees("programs.pairs.title");
        curator.followNamed(MENTOR);
        curator.seesNamed(MENTOR);
    }

    /** The current one, as it is written: 2026/27. */
    private static String schoolYear() {
        var today = LocalDate.now();
        int start = today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
        return "%d/%02d".formatted(start, (start + 1) % 100);
    }

    @AfterEach
    void leave() {
        people.forEach(Person::close);
    }
}
