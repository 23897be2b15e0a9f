/** The pages of the directory, of its changes, and of the list of participating schools. */
@NullMarked
package ru.mentoring.tenancy.organisations.web;

import org.jspecify.annotations.NullMarked;
