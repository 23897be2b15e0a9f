/** The pages on which a region’s list is uploaded, looked over and confirmed. */
@NullMarked
package ru.mentoring.tenancy.orglist.web;

import org.jspecify.annotations.NullMarked;
