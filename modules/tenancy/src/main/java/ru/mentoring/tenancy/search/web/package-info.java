/** The search field's drop-down and the page of results. */
@NullMarked
package ru.mentoring.tenancy.search.web;

import org.jspecify.annotations.NullMarked;
