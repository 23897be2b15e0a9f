package ru.mentoring.participants.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.ConsentId;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.domain.CardFixture;
import ru.mentoring.participants.domain.ConsentDesk.Sheet;
import ru.mentoring.participants.domain.SigningPolicy.Signer;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.regions.Regions;

/** Names go up only of mentors, and only while a consent lets them. */
@ModuleTest
class ShownMentorTests extends PagesOfASchool {

    private Regions.Region region;

    @BeforeEach
    void openRegion() {
        region = regions.fresh();
        district = region.district();
        school = district.school();
    }

    @Test
    void findsAMentorFromAboveWhoseConsentAllowsIt() throws Exception {
        var mentor = registered("Токарев Глеб Ильич");
        assertThat(found(district, Role.DISTRICT_OFFICER, "токарев")).isFalse();

        sign(mentor, ConsentKind.CN5, Signer.PERSON, null);

        for (var typed : List.of("токарев", "глеб тока", "ИЛЬИЧ", "njrfhtd")) {
            assertThat(found(district, Role.DISTRICT_OFFICER, typed)).as(typed).isTrue();
            assertThat(found(region, Role.REGION_ANALYST, typed)).as(typed).isTrue();
        }
        assertThat(page(district, Role.DISTRICT_OFFICER, "токарев"))
                .contains(district.path("/organisations/" + school.id().value()))
                .doesNotContain("/people/", mentor.value().toString());
        for (var typed : List.of("окарев", "токарев олег", "токаревв", "такарев")) {
            assertThat(found(region, Role.REGION_ANALYST, typed)).as(typed).isFalse();
        }
    }

    @Test
    void takesTheNameBackWithTheConsent() throws Exception {
        var mentor = registered("Токарев Глеб");
        sign(mentor, ConsentKind.CN5, Signer.PERSON, null);
        assertThat(found(region, Role.REGION_ADMIN, "токарев")).isTrue();

        var consent =
                oracle.jdbc()
                        .sql(
                                "select id from participants.consent where person_id = ? and kind = 'CN5'")
                        .param(mentor.value())
                        .query(UUID.class)
                        .single();
        school.ask(Role.CURATOR, () -> desk.withdraw(new ConsentId(consent)));

        assertThat(found(region, Role.REGION_ADMIN, "токарев")).isFalse();
        assertThat(
                        oracle.count(
                                "select count(*) from participants.shown_mentor where person_id = ?",
                                mentor.value()))
                .isZero();
    }

    @Test
    void forgetsTheNameWhenTheConsentHasRunOut() throws Exception {
        var mentor = registered("Токарев Глеб");
        sign(mentor, ConsentKind.CN5, Signer.PERSON, today.plusDays(5));
        assertThat(found(region, Role.REGION_ADMIN, "токарев")).isTrue();

        oracle.jdbc()
                .sql(
                        "update participants.shown_mentor set valid_from = ?, valid_to = ? where person_id = ?")
                .params(today.minusDays(9), today.minusDays(1), mentor.value())
                .update();

        assertThat(found(region, Role.REGION_ADMIN, "токарев")).isFalse();
    }

    @Test
    void followsTheNameAndTheRegister() throws Exception {
        var mentor = registered("Токарев Глеб");
        sign(mentor, ConsentKind.CN5, Signer.PERSON, null);
        var card = CardFixture.adult("Кузнецов Глеб", today, Category.PARENT);
        var version =
                oracle.count(
                        "select version from participants.person where id = ?", mentor.value());

        school.as(Role.CURATOR, () -> registration.rewrite(mentor, version, card, null));
        assertThat(page(region, Role.REGION_ADMIN, "кузнецов")).contains("Кузнецов Глеб");
        assertThat(found(region, Role.REGION_ADMIN, "токарев")).isFalse();

        oracle.jdbc()
                .sql("update participants.mentor_entry set state = 'WITHDRAWN' where person_id = ?")
                .param(mentor.value())
                .update();
        assertThat(page(region, Role.REGION_ADMIN, "кузнецов")).doesNotContain("Кузнецов Глеб");
    }

    @Test
    void neverNamesAMentee() throws Exception {
        var child = mentee("Токарева Аня", 12);
        for (var kind : List.of(ConsentKind.CN1, ConsentKind.CN2, ConsentKind.CN5)) {
            sign(child, kind, Signer.REPRESENTATIVE, null);
        }

        assertThat(page(region, Role.REGION_ADMIN, "токарева")).doesNotContain("Токарева");
        assertThat(page(district, Role.DISTRICT_HEAD, "токарева")).doesNotContain("Токарева");
        assertThat(page(school, Role.CURATOR, "токарева")).contains("Токарева");
    }

    @Test
    void namesNobodyToWhomItDoesNotConcern() throws Exception {
        sign(registered("Токарев Глеб"), ConsentKind.CN5, Signer.PERSON, null);

        assertThat(found(region.district(), Role.DISTRICT_OFFICER, "токарев")).isFalse();
        assertThat(found(regions.fresh(), Role.REGION_ADMIN, "токарев")).isFalse();
        assertThat(found(district.school(), Role.CURATOR, "токарев")).isFalse();
        assertThat(found(district, Role.DISTRICT_GROUP_MEMBER, "токарев")).isFalse();
        assertThat(found(region, Role.REGION_EXPERT, "токарев")).isFalse();
        assertThat(found(region, Role.REGION_METHODIST, "токарев")).isTrue();
    }

    private PersonId registered(String name) {
        var mentor = mentor(name);
        sign(mentor, ConsentKind.CN1, Signer.PERSON, null);
        return mentor;
    }

    private void sign(PersonId person, ConsentKind kind, Signer signer, @Nullable LocalDate until) {
        var sheet = new Sheet(kind, Set.of(signer), today, until, null, null);
        school.ask(Role.CURATOR, () -> desk.record(List.of(person), sheet));
    }

    private boolean found(Regions.Org where, Role role, String typed) throws Exception {
        return page(where, role, typed).contains("<b>Токарев");
    }

    private String page(Regions.Org where, Role role, String typed) throws Exception {
        var answer =
                mvc.perform(
                                post(where.path("/find"))
                                        .param("q", typed)
                                        .with(where.signedIn(role))
                                        .with(SignedIn.form()))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString().replaceAll("(?s)<input[^>]*>", "");
    }
}
