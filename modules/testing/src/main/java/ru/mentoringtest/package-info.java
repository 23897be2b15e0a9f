/**
 * What the tests of all modules stand on: a real PostgreSQL, signed-in people, fresh regions.
 *
 * <p>Outside the application's root package, because everything directly below that is a module of
 * the application.
 */
@NullMarked
package ru.mentoringtest;

import org.jspecify.annotations.NullMarked;
