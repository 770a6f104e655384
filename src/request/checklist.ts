import type { Officer } from "./officer.ts"
import type { PhotoRole, Recipient } from "./recipient.ts"

/**
 * The three numbers an officer is shown, never one: items ready, conditions met, conclusion. Items and leaves come
 * from the recipient's profile; the five conditions are ours, because they stop most requests.
 */

export type LeafState =
    | "ready"
    | "missing"
    /** Image is at hand but must not be sent yet: 已备好，未随信. */
    | "prepared"
    /** Image goes with the separate identity mail: 随身份邮件. */
    | "identity-mail"
    /** The route does not ask for it. */
    | "not-needed"

export interface LeafStatus {
    readonly id: string
    readonly label: string
    readonly kind: "photo" | "fields" | "materials"
    readonly state: LeafState
    /** Fields of the officer data that are blank. */
    readonly blankFields: readonly string[]
}

export interface ItemStatus {
    readonly id: string
    readonly label: string
    readonly labelEn: string
    readonly note: string
    readonly done: boolean
    readonly leaves: readonly LeafStatus[]
}

export type ConditionId = "sealed-letter" | "legal-instrument" | "approval" | "channel" | "mailbox"
export const CONDITIONS: readonly ConditionId[] = [
    "sealed-letter",
    "legal-instrument",
    "approval",
    "channel",
    "mailbox",
]

export interface ConditionStatus {
    readonly id: ConditionId
    readonly met: boolean
    /** What is lacking, as parts of the condition: `name`, `number`, `date`, `scan`, `approver`. */
    readonly lacking: readonly string[]
}

/** `send`: everything may go. `ask-channel`: the letter may go out to ask, identity images may not. `stop`: nothing may go. */
export type Conclusion = "send" | "ask-channel" | "stop"

export interface Checklist {
    readonly items: readonly ItemStatus[]
    readonly conditions: readonly ConditionStatus[]
    readonly conclusion: Conclusion
    readonly itemsDone: number
    readonly leavesDone: number
    readonly leavesTotal: number
    readonly conditionsMet: number
}

/** Officer data of which only the route need be known. */
export type OfficerSoFar = Partial<Omit<Officer, "route">> & Pick<Officer, "route">

/** What lies on the table besides the officer data. */
export interface Material {
    readonly photos: ReadonlySet<PhotoRole>
    readonly sealedLetter: boolean
    readonly legalScans: number
    readonly caseMaterials: boolean
}

/** Computes the checklist for a route of a recipient. */
export function makeChecklist(recipient: Recipient, officer: OfficerSoFar, material: Material): Checklist {
    const conditions = CONDITIONS.map((id) => conditionStatus(id, recipient, officer, material))
    const identityMayGo = conditions.every((condition) => condition.met)
    const items = recipient.items.map((item): ItemStatus => {
        const leaves = item.leaves.map((leaf) => leafStatus(leaf, recipient, officer, material, identityMayGo))
        return { id: item.id, label: item.zh, labelEn: item.en, note: item.note, done: leaves.every(isDone), leaves }
    })
    const leaves = items.flatMap((item) => item.leaves)
    return {
        items,
        conditions,
        conclusion: conclude(conditions, leaves),
        itemsDone: items.filter((item) => item.done).length,
        leavesDone: leaves.filter(isDone).length,
        leavesTotal: leaves.length,
        conditionsMet: conditions.filter((condition) => condition.met).length,
    }
}

/** True when the route asks for images of the police ID. */
export function wantsIdentityImages(recipient: Recipient, officer: OfficerSoFar): boolean {
    return recipient.routes[officer.route]?.identityImages === "yes"
}

function isDone(leaf: LeafStatus): boolean {
    return leaf.state !== "missing"
}

function leafStatus(
    leaf: Recipient["items"][number]["leaves"][number],
    recipient: Recipient,
    officer: OfficerSoFar,
    material: Material,
    identityMayGo: boolean,
): LeafStatus {
    const blankFields = (leaf.fields ?? []).filter((field) => fieldOf(officer, field) === undefined)
    const state = (): LeafState => {
        if (leaf.photo !== undefined) {
            if (!wantsIdentityImages(recipient, officer)) return "not-needed"
            if (!material.photos.has(leaf.photo)) return "missing"
            if (!identityMayGo) return "prepared"
            return officer.route === "email" ? "identity-mail" : "ready"
        }
        if (leaf.materials !== undefined) return material.caseMaterials ? "ready" : "missing"
        return blankFields.length === 0 ? "ready" : "missing"
    }
    const kind = leaf.photo !== undefined ? "photo" : leaf.materials !== undefined ? "materials" : "fields"
    return { id: leaf.id, label: leaf.zh, kind, state: state(), blankFields }
}

function fieldOf(officer: OfficerSoFar, field: string): unknown {
    let value: unknown = officer
    for (const key of field.split("."))
        value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined
    return value
}

function conditionStatus(
    id: ConditionId,
    recipient: Recipient,
    officer: OfficerSoFar,
    material: Material,
): ConditionStatus {
    const lacking = Object.entries(requirements(id, recipient, officer, material))
        .filter(([, there]) => !there)
        .map(([part]) => part)
    return { id, met: lacking.length === 0, lacking }
}

function requirements(
    id: ConditionId,
    recipient: Recipient,
    officer: OfficerSoFar,
    material: Material,
): Readonly<Record<string, boolean>> {
    switch (id) {
        case "sealed-letter":
            return { scan: material.sealedLetter }
        case "legal-instrument": {
            const { nameZh, nameEn, number, date } = officer.instrument ?? {}
            return {
                name: nameZh !== undefined && nameEn !== undefined,
                number: number !== undefined,
                date: date !== undefined,
                scan: material.legalScans > 0,
            }
        }
        case "approval":
            return { approver: officer.approval?.approver !== undefined, date: officer.approval?.date !== undefined }
        case "channel":
            return { confirmation: officer.channelConfirmed !== undefined }
        case "mailbox":
            return {
                confirmation:
                    officer.route === "existing-account" ||
                    officer.mailboxAccepted !== undefined ||
                    isOfficialMail(recipient, officer),
            }
    }
}

/** True when the mailbox lies in a domain that the recipient is known to accept. */
export function isOfficialMail(recipient: Recipient, officer: OfficerSoFar): boolean {
    const domain = officer.officer?.email?.split("@")[1]?.toLowerCase()
    return (
        domain !== undefined &&
        recipient.officialMail.suffixes.some((suffix) => domain === suffix || domain.endsWith(`.${suffix}`))
    )
}

function conclude(conditions: readonly ConditionStatus[], leaves: readonly LeafStatus[]): Conclusion {
    const met = (id: ConditionId): boolean => conditions.some((condition) => condition.id === id && condition.met)
    if (!met("sealed-letter") || !met("legal-instrument") || !met("approval")) return "stop"
    const missing = leaves.filter((leaf) => leaf.state === "missing")
    const confirmed = met("channel") && met("mailbox")
    if (missing.some((leaf) => leaf.kind !== "photo" || confirmed)) return "stop"
    return confirmed ? "send" : "ask-channel"
}

/** The checklist of a draft, before any officer has it: only the case materials are there. */
export function emptyChecklist(recipient: Recipient): Checklist {
    return makeChecklist(
        recipient,
        { route: "email" },
        { photos: new Set(), sealedLetter: false, legalScans: 0, caseMaterials: true },
    )
}
