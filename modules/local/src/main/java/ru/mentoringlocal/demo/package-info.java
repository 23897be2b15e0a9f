/**
 * Fills a fresh installation with a demonstration: a region of fictional schools and people with
 * three school years behind them, and a second region that nobody of the first may ever see.
 *
 * <p>What happens where is drawn by {@code plan} from a seed alone; this package carries it out, so
 * the same seed makes the same data on every machine, however often it is interrupted.
 */
@NullMarked
package ru.mentoringlocal.demo;

import org.jspecify.annotations.NullMarked;
