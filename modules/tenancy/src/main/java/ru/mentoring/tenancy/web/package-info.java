/** Recognises the working organisation of a request and guards every handler. */
@NullMarked
package ru.mentoring.tenancy.web;

import org.jspecify.annotations.NullMarked;
