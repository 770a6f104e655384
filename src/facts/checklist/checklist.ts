import type { Issue } from "../../base/issue.ts"
import { fieldAt } from "../officer/field-at.ts"
import type { OfficerSoFar } from "../officer/officer.ts"
import type { PhotoRole } from "../officer/photo-role.ts"
import { typeOf } from "../officer/request-type.ts"
import type { Recipient } from "../recipients/recipient-schema.ts"
import { type ConditionStatus, conditionStatus, type Suggestion, suggestions } from "./conditions.ts"
import { type IdentityLack, identityLacks, wantsIdentityImages } from "./identity-release.ts"
import type { Material, Supplier } from "./material.ts"

/**
 * The three numbers an officer is shown, never one: items ready, conditions met, conclusion. Items and leaves come
 * from the recipient's profile; the five conditions are ours, because they stop most requests. Which of both a kind of
 * request asks for stands in `facts/officer/request-types.data.ts`.
 */

export type LeafState =
    | "ready"
    | "missing"
    /** There, but a desk may not take it; the findings say why. Counts as not done, and stops nothing by itself. */
    | "problem"
    /** Image is at hand but must not be sent yet: 已备好，未随信. */
    | "prepared"
    /** Image goes with the separate identity mail: 随身份邮件. */
    | "identity-mail"
    /** The route does not ask for it. */
    | "not-needed"
    /** Not for the program to tell. Counts as not done, and stops nothing by itself. */
    | "by-hand"

/** How one detail of an item stands, and why. */
export interface LeafStatus {
    readonly id: string
    readonly label: string
    readonly labelEn: string
    readonly kind: "photo" | "fields" | "materials" | "by-hand"
    readonly state: LeafState
    /** Fields of the officer data that hold it, by their paths in the profile. */
    readonly fields: readonly string[]
    /** Those of them that are blank. */
    readonly blankFields: readonly string[]
    readonly photo?: PhotoRole
    readonly supplier: Supplier
    /** Warnings and notes about it; warnings make it a problem. */
    readonly findings: readonly Issue[]
    /** Files that hold it; none while they are not there. */
    readonly files: readonly string[]
    /** Of an image: what its release lacks beside the five conditions. */
    readonly releaseLacks: readonly IdentityLack[]
}

/** An item and its details; done when all of them are. */
export interface ItemStatus {
    readonly id: string
    readonly label: string
    readonly labelEn: string
    readonly note: string
    /** Absent where the profile has it in Chinese alone. */
    readonly noteEn?: string
    readonly done: boolean
    readonly leaves: readonly LeafStatus[]
}

/**
 * `send`: everything may go. `no-identity-images`: everything but those. `ask-channel`: only a question about the
 * channel, without case data. `stop`: nothing.
 */
export type Conclusion = "send" | "no-identity-images" | "ask-channel" | "stop"

/** The checklist as data: items, conditions, conclusion, and the counts that are shown. */
export interface Checklist {
    readonly items: readonly ItemStatus[]
    /** How many items the recipient's own list has. */
    readonly listed: number
    /** Whether the recipient's items are asked; where not, what stands of them is what letter and mail need. */
    readonly itemsAsked: boolean
    readonly conditions: readonly ConditionStatus[]
    readonly conclusion: Conclusion
    readonly itemsDone: number
    readonly leavesDone: number
    readonly leavesTotal: number
    readonly conditionsMet: number
    /** What the images of the police ID lack beside the conditions; while anything does, they must not go. */
    readonly identityLacks: readonly IdentityLack[]
    /** 建议另附: helps a request, is asked for by some desks, and counts in none of the numbers. */
    readonly suggestions: readonly Suggestion[]
}

/**
 * Computes the checklist for a route of a recipient.
 *
 * @param findings - What the checks of officer data and photos found; each is shown with the detail it is about.
 */
export function makeChecklist(
    recipient: Recipient,
    officer: OfficerSoFar,
    material: Material,
    findings: readonly Issue[] = [],
): Checklist {
    const conditions = conditionStatus(recipient, officer, material)
    const lacks = identityLacks(recipient, officer)
    const identityMayGo = lacks.length === 0 && conditions.every((condition) => condition.met)
    const itemsAsked = typeOf(officer).items
    const items = recipient.items.flatMap((item): ItemStatus[] => {
        const leaves = item.leaves
            .filter(({ fields }) => itemsAsked || fields !== undefined)
            .map((leaf) => leafStatus(leaf, item.en, recipient, officer, material, findings, identityMayGo))
        if (leaves.length === 0) return []
        return [
            {
                id: item.id,
                label: item.zh,
                labelEn: item.en,
                note: item.note,
                ...(item.noteEn !== undefined && { noteEn: item.noteEn }),
                done: leaves.every(isDone),
                leaves,
            },
        ]
    })
    const leaves = items.flatMap((item) => item.leaves)
    return {
        items,
        listed: recipient.items.length,
        itemsAsked,
        conditions,
        conclusion: conclude(conditions, leaves, lacks),
        itemsDone: items.filter((item) => item.done).length,
        leavesDone: leaves.filter(isDone).length,
        leavesTotal: leaves.length,
        conditionsMet: conditions.filter((condition) => condition.met).length,
        identityLacks: lacks,
        suggestions: suggestions(officer, material),
    }
}

/** True when nothing is left to do about a detail, or the route does not ask for it. */
export function isDone({ state }: LeafStatus): boolean {
    return state !== "missing" && state !== "problem" && state !== "by-hand"
}

type Leaf = Recipient["items"][number]["leaves"][number]

function leafStatus(
    leaf: Leaf,
    itemEn: string,
    recipient: Recipient,
    officer: OfficerSoFar,
    material: Material,
    findings: readonly Issue[],
    identityMayGo: boolean,
): LeafStatus {
    const fields = leaf.fields ?? []
    const blankFields = fields.filter((field) => fieldAt(officer, field) === undefined)
    const own = findings.filter((found) => found.severity !== "error" && isAbout(found, leaf))
    const state = (): LeafState => {
        const isDoubtful = own.some(({ severity }) => severity === "warning")
        if (leaf.photo !== undefined) {
            if (!wantsIdentityImages(recipient, officer)) return "not-needed"
            if (!material.photos.has(leaf.photo)) return "missing"
            if (isDoubtful) return "problem"
            if (!identityMayGo) return "prepared"
            return officer.route === "email" ? "identity-mail" : "ready"
        }
        if (leaf.materials !== undefined) return material.caseMaterials ? "ready" : "missing"
        if (leaf.byHand !== undefined) return "by-hand"
        if (blankFields.length > 0) return "missing"
        return isDoubtful ? "problem" : "ready"
    }
    return {
        id: leaf.id,
        label: leaf.zh,
        labelEn: leaf.en ?? itemEn,
        kind: kindOf(leaf),
        state: state(),
        fields,
        blankFields,
        ...(leaf.photo === undefined ? {} : { photo: leaf.photo }),
        supplier: leaf.materials !== undefined ? "reporter" : "officer",
        findings: own,
        files: filesOf(leaf, material),
        releaseLacks: leaf.photo === undefined ? [] : identityLacks(recipient, officer),
    }
}

function kindOf({ photo, materials, byHand }: Leaf): LeafStatus["kind"] {
    if (photo !== undefined) return "photo"
    if (materials !== undefined) return "materials"
    return byHand === undefined ? "fields" : "by-hand"
}

/** A finding about a photo names its role; one about a field stands at it, behind the name of the file. */
function isAbout(found: Issue, leaf: Leaf): boolean {
    if (leaf.photo !== undefined) return "role" in found.params && found.params.role === leaf.photo
    return leaf.fields?.includes(found.path.slice(1).join(".")) ?? false
}

function filesOf(leaf: Leaf, { files = {} }: Material): readonly string[] {
    if (leaf.materials !== undefined) return files.materials ?? []
    if (leaf.byHand !== undefined) return []
    const name = leaf.photo === undefined ? files.officer : files.photos?.get(leaf.photo)
    return name === undefined ? [] : [name]
}

function conclude(
    conditions: readonly ConditionStatus[],
    leaves: readonly LeafStatus[],
    lacks: readonly IdentityLack[],
): Conclusion {
    if (conditions.some((condition) => !condition.met && condition.stops === "everything")) return "stop"
    if (stopping(conditions, leaves, lacks).length > 0) return "stop"
    if (conditions.some(({ met, stops }) => !met && stops === "case-data")) return "ask-channel"
    return lacks.length === 0 && conditions.every(({ met }) => met) ? "send" : "no-identity-images"
}

/** A photo is wanted only where channel, mailbox and its release are settled; until then it must not go anyway. */
function stopping(
    conditions: readonly ConditionStatus[],
    leaves: readonly LeafStatus[],
    lacks: readonly IdentityLack[],
): readonly LeafStatus[] {
    const imagesMayGo = lacks.length === 0 && conditions.every(({ met, stops }) => met || stops === "everything")
    return leaves.filter(({ state, kind }) => state === "missing" && (kind !== "photo" || imagesMayGo))
}

/** Missing details for want of which nothing may go. */
export function missingLeaves({ conditions, items, identityLacks: lacks }: Checklist): readonly LeafStatus[] {
    return stopping(
        conditions,
        items.flatMap(({ leaves }) => leaves),
        lacks,
    )
}

/** The checklist of a draft, before any officer has it: only the case materials are there. */
export function emptyChecklist(recipient: Recipient): Checklist {
    return makeChecklist(
        recipient,
        { route: "email" },
        {
            photos: new Set(),
            sealedLetter: false,
            legalScans: 0,
            caseMaterials: true,
        },
    )
}
