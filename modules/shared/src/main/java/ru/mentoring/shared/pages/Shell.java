package ru.mentoring.shared.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the layout draws around a page's content.
 *
 * @param frame who is looking, or null if nobody is signed in
 * @param bell what waits to be seen, or null where there is no bell
 * @param sections the navigation with the current page marked
 * @param bar what stands in the bar at the bottom of a phone's screen
 * @param vision the look the reader has chosen
 * @param languages the languages the reader may switch to
 * @param here address of this page with its query, to come back to
 * @param banner what has just been done, in the reader's language, or null
 * @param problems what has to be corrected in the page's forms
 */
record Shell(
        @Nullable PageFrame frame,
        BellSource.@Nullable Bell bell,
        List<Section> sections,
        List<Item> bar,
        VisionSettings vision,
        List<String> languages,
        String here,
        @Nullable String banner,
        List<Problem> problems) {

    /** A heading of the navigation with its links; the heading's key may be empty. */
    record Section(String key, List<Item> items) {}

    /** A link of the navigation as it is drawn. */
    record Item(String key, String href, String icon, int waiting, boolean current) {

        Item named(String otherKey) {
            return new Item(otherKey, href, icon, waiting, current);
        }
    }

    /** Returns the letters in the circle that stands for the person: name, then surname. */
    public String initials() {
        if (frame == null) {
            return "";
        }
        var words = frame.person().strip().split("\\s+");
        var letters = new StringBuilder();
        for (int i = Math.min(words.length, 2) - 1; i >= 0; i--) {
            if (!words[i].isEmpty()) {
                letters.appendCodePoint(words[i].codePointAt(0));
            }
        }
        return letters.toString();
    }
}
