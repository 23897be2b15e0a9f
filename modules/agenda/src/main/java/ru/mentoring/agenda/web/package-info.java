/** What somebody has to do, as a page. */
@NullMarked
package ru.mentoring.agenda.web;

import org.jspecify.annotations.NullMarked;
