package ru.mentoring.tenancy.opening;

import ru.mentoring.tenancy.opening.FirstAdministrator.Access;
import ru.mentoring.tenancy.opening.RegionOpening.Opened;

/** Invites somebody who cannot sign in yet to become the administrator of a region. */
public interface AdministratorInvitation {

    /** Sends the invitation, or sends it anew if an earlier one has not been taken up. */
    Access invite(Opened region, String name, String email);
}
