/** The pages of members and of the rights of roles. */
@NullMarked
package ru.mentoring.tenancy.members.web;

import org.jspecify.annotations.NullMarked;
