/** Pages with figures. */
@NullMarked
package ru.mentoring.monitoring.web;

import org.jspecify.annotations.NullMarked;
