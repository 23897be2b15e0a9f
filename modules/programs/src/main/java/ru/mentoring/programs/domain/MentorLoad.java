package ru.mentoring.programs.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.mentoring.participants.PersonId;
import ru.mentoring.programs.Form;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.CurrentScope;

/**
 * Counts how many mentees each mentor has. The limit is a check of the database, so it holds
 * however many take the last place at once: all but one are refused.
 */
@Component
class MentorLoad {

    static final String LIMIT = "mentor_load_within_limit";

    private final JdbcClient jdbc;

    MentorLoad(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes places; the database refuses more than the form allows. */
    void take(PersonId mentor, Form form, int places) {
        var scope = CurrentScope.get();
        jdbc.sql(
                        """
                        insert into programs.mentor_load as l (region_id, id, org_id, version, person_id, form, taken, most)
                        values (:region, :id, :org, 0, :person, :form, :places, :most)
                        on conflict on constraint mentor_load_once
                        do update set taken = l.taken + excluded.taken, most = excluded.most, version = l.version + 1
                        """)
                .param("region", scope.region().value())
                .param("id", Ids.next())
                .param("org", scope.org().value())
                .param("person", mentor.value())
                .param("form", form.code())
                .param("places", places)
                .param("most", form.mostMentees())
                .update();
    }

    /** Gives places back. */
    void release(PersonId mentor, String form, int places) {
        int rows =
                jdbc.sql(
                                """
                                update programs.mentor_load set taken = taken - ?, version = version + 1
                                where person_id = ? and form = ?
                                """)
                        .params(places, mentor.value(), form)
                        .update();
        if (rows != 1) {
            throw new IllegalStateException("%s has no load in %s".formatted(mentor, form));
        }
    }

    /** Returns how many places are taken. */
    Map<PersonId, Integer> taken(Form form, Collection<PersonId> mentors) {
        var taken = new HashMap<PersonId, Integer>();
        jdbc.sql(
                        "select person_id, taken from programs.mentor_load where form = :form and person_id = any (:mentors)")
                .param("form", form.code())
                .param("mentors", mentors.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, n) ->
                        taken.put(new PersonId(row.getObject(1, UUID.class)), row.getInt(2)))
                .list();
        return taken;
    }
}
