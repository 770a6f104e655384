import type { Host } from "../../base/host.ts"
import { type Address, profileAddresses } from "../addresses/addresses.ts"
import { profileValue } from "./profile-file.ts"

/**
 * Addresses of every profile at hand: an impostor of one desk may turn up in a case that concerns another. Profiles
 * are read without their schema, which takes most of the time; one that is damaged is reported where it is used.
 */
export function knownAddresses(host: Host): Address[] {
    const found = host.recipients.flatMap((id) => profileAddresses(profileValue(host, id)))
    // A file and what the program holds of it tell the same in another order, and the first that is alike is named.
    return found.sort((a, b) => (a.found < b.found ? -1 : Number(a.found > b.found)))
}
