/** Who signs in and how, and the headers that every answer carries. */
@NullMarked
package ru.mentoring.shared.security;

import org.jspecify.annotations.NullMarked;
