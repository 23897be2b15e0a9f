package ru.mentoring.roadmaps.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;

@ModuleTest
class ItemPagesTests extends RoadmapPages {

    @Test
    void showsBothTextsWhenTwoPeopleChangeOneRow() {
        var roadmap = roadmap();
        var item = roadmap + "/items/" + items(roadmap).getFirst();
        var seen = fields(get(school, Role.CURATOR, item), Map.of());
        var mine = new java.util.HashMap<>(seen);
        mine.put("title", "Собрать базу по-моему");
        var theirs = new java.util.HashMap<>(seen);
        theirs.put("title", "Собрать базу иначе");

        assertThat(post(school, Role.DEPUTY, item, theirs)).hasStatus3xxRedirection();
        var conflict = post(school, Role.CURATOR, item, mine);

        assertThat(conflict).hasStatus(409);
        assertThat(body(conflict)).contains("Собрать базу по-моему").contains("Собрать базу иначе");
        assertThat(get(school, Role.CURATOR, roadmap)).contains("Собрать базу иначе");
    }
}
