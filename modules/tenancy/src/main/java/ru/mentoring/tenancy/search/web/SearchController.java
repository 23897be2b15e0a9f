package ru.mentoring.tenancy.search.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.Reads;
import ru.mentoring.tenancy.search.Search;
import ru.mentoring.tenancy.search.Wanted;

/**
 * The search of the header: a page of results, and what drops down while somebody types.
 *
 * <p>What is typed is mostly somebody's name, so it is posted: names have no place in addresses,
 * which stay in histories and logs.
 */
@Controller
@Permitted("organisation.work")
class SearchController {

    private static final int MOST_ON_PAGE = 30;
    private static final int MOST_IN_DROP_DOWN = 5;

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @GetMapping({"/s/{org}/find", "/d/{org}/find", "/r/{org}/find"})
    String blank(Model model) {
        return page("", List.of(), false, model);
    }

    @Reads("search.results-seen")
    @PostMapping({"/s/{org}/find", "/d/{org}/find", "/r/{org}/find"})
    String find(@RequestParam(name = "q", defaultValue = "") String text, Model model) {
        var wanted = Wanted.read(text);
        return page(text.strip(), search.find(wanted, MOST_ON_PAGE), wanted.isTooShort(), model);
    }

    private static String page(
            String text, List<Search.Group> groups, boolean tooShort, Model model) {
        model.addAttribute("typed", text);
        model.addAttribute("groups", groups);
        model.addAttribute("tooShort", tooShort);
        model.addAttribute("level", CurrentScope.get().level().name());
        return "tenancy/search/find";
    }

    @PostMapping({"/s/{org}/find/quick", "/d/{org}/find/quick", "/r/{org}/find/quick"})
    String quick(@RequestParam(name = "q", defaultValue = "") String text, Model model) {
        var wanted = Wanted.read(text);
        model.addAttribute("tooShort", wanted.isTooShort());
        var groups = search.find(wanted, MOST_IN_DROP_DOWN);
        model.addAttribute("groups", groups);
        model.addAttribute(
                "told", groups.stream().mapToInt(group -> group.finds().shown().size()).sum());
        return "tenancy/search/found :: quick";
    }
}
