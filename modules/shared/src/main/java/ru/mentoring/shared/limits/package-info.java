/**
 * Keeps anybody from doing something too often: how often what is allowed, counted for this replica
 * or for all of them.
 */
@NamedInterface("limits")
@NullMarked
package ru.mentoring.shared.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
