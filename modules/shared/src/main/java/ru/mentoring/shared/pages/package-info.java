/**
 * Draws what surrounds a page and what pages are made of: layout, navigation, messages in both
 * languages, forms, tables, error pages, static files. Public are the records that a page hands to
 * the shared templates and {@link ru.mentoring.shared.pages.FrameSource}, by which the module that
 * knows who is signed in fills the layout.
 */
@NamedInterface("pages")
@NullMarked
package ru.mentoring.shared.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
