/**
 * Takes the list of a region’s districts and schools from a workbook: read and judged row by row,
 * looked at, and opened in one step or not at all.
 */
@NullMarked
package ru.mentoring.tenancy.orglist;

import org.jspecify.annotations.NullMarked;
