import { type Issue, type IssuePath, weighed } from "../../base/issue.ts"
import { type Address, profileAddresses } from "../addresses/addresses.ts"
import { checkAddresses } from "../addresses/look-alike.ts"
import { checkAgency } from "../officer/agency.ts"
import type { Officer, OfficerSoFar } from "../officer/officer.ts"
import { checkName, loadReadings } from "../officer/person-name.ts"
import { checkPhones } from "../officer/phone.ts"
import { checkPhotos, type PhotoFacts } from "../officer/photo-check.ts"
import { photosAsked } from "../recipients/recipient.ts"
import type { Recipient } from "../recipients/recipient-schema.ts"
import { wantsIdentityImages } from "./identity-release.ts"
import { checkMail } from "./officer-mail.ts"

/**
 * Everything about officer data that their schema cannot say: whether a desk will take them. Each finding stands at
 * the field it is about, so the checklist can show it with its detail.
 *
 * @param file - What messages call the officer data.
 * @param data - The data as text, which the look-alike alarm reads whole.
 * @param known - Addresses of all profiles.
 */
export async function validateOfficer(
    file: string,
    officer: Officer,
    data: unknown,
    recipient: Recipient,
    known: readonly Address[],
    photos: readonly PhotoFacts[],
): Promise<Issue[]> {
    return [
        ...(await validateFields(file, officer, recipient)),
        ...(wantsIdentityImages(recipient, officer)
            ? checkPhotos(photos.filter(({ role }) => photosAsked(recipient).includes(role)))
            : []),
        ...officerAddresses(file, officer, data, [...known, ...profileAddresses(recipient)]),
    ]
}

/** What is doubtful about single fields, also of officer data that are not finished. */
export async function validateFields(file: string, officer: OfficerSoFar, recipient: Recipient): Promise<Issue[]> {
    const readings = await loadReadings()
    return [
        ...checkMail(file, officer, recipient),
        ...checkAgency(file, officer, readings),
        ...(await checkPhones(file, officer)),
        ...checkName(file, officer, readings),
    ]
}

/** The look-alike alarm over all officer data; what the officer has answered for is a note. */
function officerAddresses(file: string, officer: Officer, data: unknown, known: readonly Address[]): Issue[] {
    // From where an answer came is looked at when it is registered.
    const {
        verifiedAddresses: _,
        received: __,
        ...rest
    } = typeof data === "object" && data !== null ? ({ ...data } as Record<string, unknown>) : {}
    return checkAddresses(rest, known, (path) => [file, ...path], "officer", verifiedOf(officer))
}

/** The look-alike alarm over where an answer came from: it is registered all the same, and whoever reads it is warned. */
export function answerAddresses(file: string, officer: Officer, known: readonly Address[]): Issue[] {
    const { from = "" } = officer.received ?? {}
    const at = (path: IssuePath): IssuePath => [file, ...path]
    const found = checkAddresses({ received: { from } }, known, at, "officer", verifiedOf(officer))
    return found.map((one) => (one.severity === "error" ? weighed(one, "warning") : one))
}

function verifiedOf({ verifiedAddresses = [] }: Officer) {
    return verifiedAddresses.map(({ address, by, on, how }) => ({ address, by, on: on.local, how }))
}
