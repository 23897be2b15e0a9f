/** Pages about pairs and groups, their confirmations, orders and meetings. */
@NullMarked
package ru.mentoring.programs.web;

import org.jspecify.annotations.NullMarked;
