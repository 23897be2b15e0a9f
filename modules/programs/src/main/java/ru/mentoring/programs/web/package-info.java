/** The pages of pairs and groups: the list, forming one, its confirmations, meetings and end. */
@NullMarked
package ru.mentoring.programs.web;

import org.jspecify.annotations.NullMarked;
