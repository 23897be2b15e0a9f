package ru.mentoring.participants.domain;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.participants.Category;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.search.Findable;
import ru.mentoring.tenancy.search.Finds;
import ru.mentoring.tenancy.search.Fits;
import ru.mentoring.tenancy.search.Found;
import ru.mentoring.tenancy.search.Wanted;

/**
 * Finds the people of the own school by name and class. One school has few enough to compare them
 * all, so that typing errors can be forgiven; nobody above a school sees its people by name.
 */
@Component
@Transactional(readOnly = true)
class PeopleFinder implements Findable {

    private record Row(UUID id, String name, Category category, @Nullable String place) {

        private String text() {
            return place == null ? name : name + " " + place;
        }

        private Found found() {
            return new Found(
                    name, "participants.category." + category.name(), place, "/people/" + id);
        }
    }

    private final JdbcClient jdbc;

    PeopleFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "participants.search";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String permission() {
        return "person.view";
    }

    @Override
    public Set<Level> levels() {
        return EnumSet.of(Level.SCHOOL);
    }

    @Override
    public Finds find(Wanted wanted, int most) {
        var fits = new Fits<Row>(wanted);
        jdbc.sql(
                        """
                        select id, concat_ws(' ', surname, given_name, patronymic) as name, category,
                               coalesce(class_name, post, workplace) as place
                        from participants.person order by name_key, id\
                        """)
                .query((row, number) ->
                        new Row(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                Category.valueOf(row.getString("category")),
                                row.getString("place")))
                .list()
                .forEach(row -> fits.offer(row.text(), row));
        return fits.best(most, Row::found);
    }
}
