import type { Host } from "../../base/host.ts"
import { type Address, profileAddresses } from "../addresses/addresses.ts"
import { type ProfileFile, profileFile } from "./profile-file.ts"

/**
 * Addresses of every profile at hand: an impostor of one desk may turn up in a case that concerns another. Profiles
 * are read without their schema, which takes most of the time; one that is damaged is reported where it is used.
 */
export function knownAddresses(host: Host): Address[] {
    return host.recipients.flatMap((id) => {
        const file = profileFile(host, id)
        const found = FOUND.get(file) ?? profileAddresses(file.yaml.value)
        FOUND.set(file, found)
        return found
    })
}

const FOUND = new WeakMap<ProfileFile, readonly Address[]>()
