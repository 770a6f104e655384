import type { OfficerSoFar } from "../officer/officer.ts"
import { typeOf } from "../officer/request-type.ts"
import type { Recipient } from "../recipients/recipient-schema.ts"

/**
 * What stands between images of the police ID and a recipient beside the five conditions: that the desk wants images at
 * all, and that the officer's own side let them go abroad.
 */

/** True when the route asks for images of the police ID and the desk takes nothing else in their place. */
export function wantsIdentityImages(recipient: Recipient, officer: OfficerSoFar): boolean {
    return asksIdentityImages(recipient, officer) && officer.identityReplaced === undefined
}

/** True when the desk takes a letter of the unit where the route would ask for images. */
export function takesIdentityLetter(recipient: Recipient, officer: OfficerSoFar): boolean {
    return asksIdentityImages(recipient, officer) && officer.identityReplaced !== undefined
}

function asksIdentityImages(recipient: Recipient, officer: OfficerSoFar): boolean {
    return typeOf(officer).photos && recipient.routes[officer.route]?.identityImages === "yes"
}

/** Approval; assessment before personal data go abroad (个人信息保护法第三十六条); its result, or why none was needed. */
export type IdentityLack = "identity-approval" | "export-assessment" | "export-result"

/** What the release of images lacks; nothing where no images are wanted. */
export function identityLacks(recipient: Recipient, officer: OfficerSoFar): readonly IdentityLack[] {
    if (!wantsIdentityImages(recipient, officer)) return []
    const { identityApproval, exportAssessment } = officer
    const lacks: IdentityLack[] = []
    if (identityApproval === undefined) lacks.push("identity-approval")
    if (exportAssessment === undefined) lacks.push("export-assessment")
    else if (exportAssessment.result === undefined && exportAssessment.notApplicable === undefined)
        lacks.push("export-result")
    return lacks
}
