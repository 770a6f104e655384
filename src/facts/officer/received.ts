import * as z from "zod"
import { type Issue, issue } from "../../base/issue.ts"
import type { ReceivedField } from "../../base/issues/received.ts"
import { compareTimes, printBeijing, type Time } from "../../base/text/time.ts"
import { identifier, knownTime, text } from "../case/fields.ts"
import { requestNo } from "./request-no.ts"

/** What officer data say of an answer that came: who took it in, where, when, and what the provider wrote to it. */

/** How an answer came. */
export const RECEIVED_WAYS = ["portal", "email", "treaty", "disc", "other"] as const
/** Whether the provider limits what its material may be used for. */
export const USE_LIMITS = ["none", "stated"] as const
export const TRANSLATIONS = ["not-needed", "attached", "pending"] as const
const yesOrNo = z.enum(["yes", "no"])

export const receivedSchema = z.strictObject({
    /** Number of the request that is answered. */
    no: requestNo.optional(),
    at: knownTime.optional(),
    way: z.enum(RECEIVED_WAYS).optional(),
    /** Address or person from which it came. */
    from: text.optional(),
    /** Name, department and position of who provided it. */
    provider: text.optional(),
    ticket: text.optional(),
    /** Mailbox, or account of the portal, in which it was received. */
    mailbox: text.optional(),
    place: text.optional(),
    device: text.optional(),
    extractedAt: knownTime.optional(),
    firstOfficer: text.optional(),
    secondOfficer: text.optional(),
    witness: text.optional(),
    recorded: yesOrNo.optional(),
    limits: z.enum(USE_LIMITS).optional(),
    /** In the provider's words. */
    limitsText: text.optional(),
    /** A statement of the provider, and an 电子证明文件. */
    statement: yesOrNo.optional(),
    certificate: yesOrNo.optional(),
    translation: z.enum(TRANSLATIONS).optional(),
    /** What of the request is still open; nothing where all was answered. */
    outstanding: text.optional(),
    /** Where the files as they came are kept. */
    original: text.optional(),
    /** Digests as the provider wrote them, by the name of the file. */
    hashes: z.array(z.strictObject({ file: text, algorithm: text, value: identifier })).optional(),
})

export type ReceivedData = z.output<typeof receivedSchema>

/** What must be known before a layer is made, since nobody can add it later. */
const NEEDED = [
    "at",
    "from",
    "place",
    "extractedAt",
    "firstOfficer",
    "secondOfficer",
    "limits",
] as const satisfies readonly ReceivedField[]
/** What the note is the poorer without. */
const WANTED = ["mailbox", "provider", "way", "device"] as const satisfies readonly ReceivedField[]

/** What is wrong with these data by themselves: what is missing, two persons that are one, times out of order. */
export function checkReceived(
    file: string,
    { received, completedAt }: { readonly received?: ReceivedData | undefined; readonly completedAt: Time },
): readonly Issue[] {
    if (received === undefined) return [issue("received.data.missing", [file, "received"], {})]
    const at = (field: string): string[] => [file, "received", field]
    const missing = NEEDED.filter((field) => received[field] === undefined)
    const wanted = WANTED.filter((field) => received[field] === undefined)
    const { firstOfficer, secondOfficer, limits, limitsText, extractedAt } = received
    const isOne = firstOfficer !== undefined && same(firstOfficer) === same(secondOfficer)
    const early =
        received.at !== undefined && extractedAt !== undefined && compareTimes(extractedAt, received.at) < 0
            ? [
                  issue("received.time.order", at("extractedAt"), {
                      ...{ earlier: "received" as const, later: "extracted" as const },
                      ...{ earlierAt: printBeijing(received.at), laterAt: printBeijing(extractedAt) },
                  }),
              ]
            : []
    const late =
        extractedAt !== undefined && compareTimes(completedAt, extractedAt) < 0
            ? [
                  issue("received.time.order", [file, "completedAt"], {
                      ...{ earlier: "extracted" as const, later: "completed" as const },
                      ...{ earlierAt: printBeijing(extractedAt), laterAt: printBeijing(completedAt) },
                  }),
              ]
            : []
    return [
        ...missing.map((field) => issue("received.field.missing", at(field), { field })),
        ...wanted.map((field) => issue("received.field.missing", at(field), { field }, "warning")),
        ...(isOne ? [issue("received.persons.same", at("secondOfficer"), { name: firstOfficer })] : []),
        ...(limits === "stated" && limitsText === undefined
            ? [issue("received.field.missing", at("limitsText"), { field: "limitsText" })]
            : []),
        ...early,
        ...late,
    ]
}

const same = (name: string | undefined): string => (name ?? "").replace(/\s/g, "")
