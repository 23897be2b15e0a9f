package ru.mentoring.shared.pages;

/**
 * One link of the navigation.
 *
 * <p>On phones four links stand in the bar at the bottom, first of all those for which a message
 * {@code <key>.bar} exists, under that shorter name; the rest opens from the bar's last place.
 *
 * @param key message key of the label
 * @param path address below {@link PageFrame#base()}, such as {@code /roadmap}
 * @param icon name of a symbol in {@code shared/icons}
 * @param waiting how many things there wait for this person; 0 shows no figure
 */
public record NavigationLink(String key, String path, String icon, int waiting) {}
