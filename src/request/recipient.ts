import { z } from "zod"
import { utf8 } from "../base/bytes.ts"
import { hasErrors, issue, PacketError } from "../base/issue.ts"
import { inputIssues } from "../case/input-issues.ts"
import { readYaml } from "../case/yaml.ts"

/**
 * A recipient as data: routes, addressee, items, wording. Every fact carries where it comes from and when somebody
 * verified it, because addresses of this kind change without notice. No other code names a recipient.
 */

const optionalDate = z.string().optional()
const fact = {
    source: z.string(),
    grade: z.enum(["A", "B", "C", "D"]),
    reportedOn: optionalDate,
    verifiedOn: optionalDate,
}
const named = z.strictObject({ zh: z.string(), en: z.string() })

const route = z.strictObject({
    name: named,
    address: z.string().optional(),
    identityImages: z.enum(["yes", "no"]),
    ...fact,
    /** `leaves` are the details of the items that this step asks for, by id. */
    steps: z
        .array(z.strictObject({ stage: z.string(), zh: z.string(), leaves: z.array(z.string()).optional() }))
        .optional(),
})

const leaf = z.strictObject({
    id: z.string(),
    zh: z.string(),
    photo: z.enum(["front", "back", "holding"]).optional(),
    fields: z.array(z.string()).optional(),
    materials: z.literal("yes").optional(),
})

export const recipientSchema = z.strictObject({
    format: z.literal("1.0"),
    id: z.string(),
    name: named,
    addressee: z.strictObject({ zh: z.string(), en: z.string(), ...fact }),
    languages: z.array(z.enum(["zh-CN", "en"])).min(1),
    routes: z.partialRecord(z.enum(["existing-account", "portal", "email"]), route),
    followUp: z.strictObject({ address: z.string(), ...fact }).optional(),
    questions: z.strictObject({ address: z.string(), ...fact }).optional(),
    officialMail: z.strictObject({ suffixes: z.array(z.string()), ...fact }),
    itemsNote: z.strictObject({ zh: z.string() }),
    items: z
        .array(
            z.strictObject({
                id: z.string(),
                zh: z.string(),
                en: z.string(),
                note: z.string(),
                leaves: z.array(leaf).min(1),
            }),
        )
        .min(1),
    dataGroups: z
        .array(
            z.strictObject({
                id: z.string(),
                zh: z.string(),
                en: z.string(),
                instrument: z.string(),
                approval: z.string(),
            }),
        )
        .min(1),
})

export type Recipient = z.output<typeof recipientSchema>
export type RouteId = keyof Recipient["routes"]
export type PhotoRole = "front" | "back" | "holding"

/** Reads a recipient profile. A damaged profile is a fault of the installation and is thrown. */
export function readRecipient(id: string, source: string): Recipient {
    const file = `recipients/${id}.yaml`
    const yaml = readYaml(file, utf8(source), "drop")
    if (hasErrors(yaml.issues)) throw new PacketError(yaml.issues)
    const parsed = recipientSchema.safeParse(yaml.value)
    if (!parsed.success)
        throw new PacketError(
            inputIssues({ file, value: yaml.value, schema: recipientSchema, locate: yaml.locate }, parsed.error),
        )
    if (parsed.data.id !== id)
        throw new PacketError([issue("request.recipient.id", [file, "id"], { found: parsed.data.id, expected: id })])
    return parsed.data
}
