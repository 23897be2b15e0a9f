/**
 * Opens a region from the command line: the region with its centre and zone, the season that runs,
 * and the way in for its first administrator.
 */
@NullMarked
package ru.mentoring.tenancy.opening;

import org.jspecify.annotations.NullMarked;
