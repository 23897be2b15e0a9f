package ru.mentoring.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import ru.mentoring.PlatformTest;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.PermissionTable;
import ru.mentoring.tenancy.domain.Right;

/**
 * The permission table says what the field's matrix of roles and things says, as far as the things
 * exist: {@code rights/matrix.csv}. Where the product differs, {@code rights/departures.csv} says
 * how and why.
 */
@PlatformTest
class PermissionMatrixTests {

    /** The staff of the regional centre is one column of the matrix. */
    private static final Map<String, Set<Role>> COLUMNS =
            Map.of("RMC", Set.of(Role.REGION_ADMIN, Role.REGION_METHODIST, Role.REGION_ANALYST));

    @Autowired PermissionTable permissions;
    @Autowired MessageSource messages;

    private record Departure(String has, String because) {}

    @Test
    void saysWhatTheMatrixSays() throws IOException {
        assertThat(differences(permissions::actions)).isEmpty();
    }

    /** The check is able to fail: a right given to one role too many is found. */
    @Test
    void findsARightThatTheMatrixDoesNotGive() throws IOException {
        var found =
                differences((role, object) ->
                        role == Role.SITE_EDITOR && object.equals("consents")
                                ? Set.of(Right.Action.VIEW)
                                : permissions.actions(role, object));

        assertThat(found).singleElement().asString().contains("consents", "SITE_EDITOR");
    }

    @Test
    void departsOnlyWhereItReallyDiffers() throws IOException {
        var matrix = matrix();

        assertThat(departures())
                .allSatisfy((cell, departure) -> {
                    assertThat(matrix).containsKey(cell);
                    assertThat(departure.has()).as(cell).isNotEqualTo(matrix.get(cell));
                    assertThat(departure.because()).as(cell).isNotBlank();
                });
    }

    @Test
    void knowsWordsForEveryThingAndEveryRole() {
        for (var locale : List.of(Locale.forLanguageTag("ru"), Locale.ENGLISH)) {
            assertThat(permissions.objects())
                    .allSatisfy(object ->
                            assertThat(
                                            messages.getMessage(
                                                    "tenancy.object." + object, null, locale))
                                    .isNotBlank());
            assertThat(Role.values())
                    .allSatisfy(role ->
                            assertThat(messages.getMessage("tenancy.role." + role, null, locale))
                                    .isNotBlank());
        }
    }

    @Test
    void letsEveryRoleWorkAndSeeItsTasks() {
        assertThat(Role.values())
                .allSatisfy(role ->
                        assertThat(permissions.of(Set.of(role)))
                                .contains("organisation.work", "agenda.read"));
    }

    private interface Actual {

        Set<Right.Action> actions(Role role, String object);
    }

    private List<String> differences(Actual actual) throws IOException {
        var departures = departures();
        var differences = new ArrayList<String>();
        matrix().forEach((cell, letters) -> {
            var object = cell.split(" ")[0];
            var column = cell.split(" ")[1];
            var expected = departures.containsKey(cell) ? departures.get(cell).has() : letters;
            var has =
                    letters(
                            COLUMNS.getOrDefault(column, Set.of()).isEmpty()
                                    ? actual.actions(Role.valueOf(column), object)
                                    : COLUMNS.get(column).stream()
                                            .flatMap(role -> actual.actions(role, object).stream())
                                            .collect(Collectors.toSet()));
            if (!has.equals(expected)) {
                differences.add("%s: %s instead of %s".formatted(cell, has, expected));
            }
        });
        return differences;
    }

    /** The farthest letters in the order of the alphabet. */
    private static String letters(Set<Right.Action> actions) {
        return actions.stream()
                .filter(action -> actions.stream().noneMatch(other -> other.includes(action)))
                .map(action -> String.valueOf(action.letter()))
                .sorted()
                .collect(Collectors.joining());
    }

    /** Letters by «thing column». */
    private static Map<String, String> matrix() throws IOException {
        var lines = lines("matrix");
        var columns = lines.getFirst();
        var matrix = new TreeMap<String, String>();
        for (var line : lines.subList(1, lines.size())) {
            for (int at = 1; at < columns.size(); at++) {
                matrix.put(line.getFirst() + " " + columns.get(at), line.get(at));
            }
        }
        return matrix;
    }

    private static Map<String, Departure> departures() throws IOException {
        var departures = new HashMap<String, Departure>();
        var lines = lines("departures");
        for (var line : lines.subList(1, lines.size())) {
            for (var column : new TreeSet<>(Arrays.asList(line.get(1).split(" ")))) {
                departures.put(
                        line.getFirst() + " " + column, new Departure(line.get(2), line.get(3)));
            }
        }
        return departures;
    }

    private static List<List<String>> lines(String name) throws IOException {
        return new ClassPathResource("rights/" + name + ".csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> List.of(line.split(";", -1)))
                .toList();
    }
}
