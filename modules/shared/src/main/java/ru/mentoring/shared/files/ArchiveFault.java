package ru.mentoring.shared.files;

/** Why an archive is not let in. */
public enum ArchiveFault {
    /** The file has no bytes. */
    EMPTY,
    /** The file itself is over the limit. */
    FILE_TOO_LARGE,
    /** The file is no zip archive. */
    NOT_AN_ARCHIVE,
    /** The archive is cut off, or what it says of itself is not true. */
    DAMAGED,
    /** A part is locked with a password. */
    ENCRYPTED,
    TOO_MANY_PARTS,
    /** One part, unpacked, is over the limit. */
    PART_TOO_LARGE,
    /** All parts together, unpacked, are over the limit. */
    TOTAL_TOO_LARGE,
    /** A part grows more than an honest one does when unpacked. */
    RATIO_TOO_HIGH,
    /** Two parts share the same bytes. */
    OVERLAPPING_PARTS,
    /** Two parts have the same name. */
    REPEATED_PART,
    /** A part is named so that it could land outside its folder. */
    UNSAFE_NAME,
    MACROS,
    /** An object of another program lies inside. */
    EMBEDDED_OBJECT,
    /** A whole foreign file (HTML, RTF) is to be merged in when opened. */
    FOREIGN_CONTENT,
    /** The template is to be fetched from another computer. */
    REMOTE_TEMPLATE,
    /** The file draws data from another file or computer. */
    EXTERNAL_LINK,
    /** An XML part declares a document type; entity attacks do. */
    XML_DOCTYPE,
    /** An archive, but not of the expected kind of document. */
    OTHER_KIND
}
