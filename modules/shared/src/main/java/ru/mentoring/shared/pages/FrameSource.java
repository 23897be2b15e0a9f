package ru.mentoring.shared.pages;

import java.util.Optional;

/**
 * Tells the layout who is looking; implemented by the module that knows.
 *
 * <p>Asked once for each page that is drawn, inside the request, after the controller has returned.
 * Where it answers empty, or no such bean exists, the layout shows its bare version: no navigation,
 * no person. It is not asked for redirects, files and other answers without a template.
 */
public interface FrameSource {

    /** Returns the frame of the running request, or empty if nobody is signed in. */
    Optional<PageFrame> frame();
}
