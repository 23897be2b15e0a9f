package ru.mentoring.tenancy.orglist;

/** What came of uploading a list. */
public sealed interface ListUpload {

    /** The list is read; its preview can be looked at. Nothing is opened yet. */
    record Read(OrgListId list) implements ListUpload {}

    /**
     * The file is of no use, and nothing of it is stored.
     *
     * @param detail what the message needs to be exact, such as names of sheets; may be empty
     */
    record Rejected(ListRejection reason, String detail) implements ListUpload {}
}
