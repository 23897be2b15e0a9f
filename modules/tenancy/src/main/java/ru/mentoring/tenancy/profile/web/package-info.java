/** The pages on what schools are. */
@NullMarked
package ru.mentoring.tenancy.profile.web;

import org.jspecify.annotations.NullMarked;
