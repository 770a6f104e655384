import * as z from "zod"
import { issue } from "../../base/issue.ts"
import { fault } from "../case/fields.ts"
import { checkRecord, type Reading, readJsonFile } from "../case/record.ts"

/** `prepared.json`: binds the letter that was sealed to everything that leaves with it. */

/** Version of the record; 1.0, which bound the annexes alone, is no longer taken. */
export const PREPARED_FORMAT = "1.1"

const digest = hexOf(64)
const preparedSchema = z.strictObject({
    format: z.literal(PREPARED_FORMAT),
    ref: z.string(),
    /** Program that made the letter, name and version. */
    tool: z.string(),
    /** 核对码 of the packet that the letter rests on. */
    draft: z.string(),
    letterCode: hexOf(8),
    /** Where the request goes by the route chosen; empty where nobody knows. In no text that is sealed. */
    address: z.string(),
    /** Values that the seal binds, see `bound-fields.ts`. */
    fields: z.array(z.strictObject({ path: z.string(), text: z.string() })),
    /** SHA-256 of the text of the letter and of the English pages, without code and later fields. */
    texts: z.strictObject({ letter: digest, request: digest }),
    /** SHA-256 of the templates of both, and of the desk's profile as canonical JSON. */
    templates: digest,
    profile: digest,
    /** The letter has its English translation behind it, which the text of the letter holds. */
    translated: z.literal(true).optional(),
    /** Of the letter as it was printed, with its translation. */
    pages: z.int().positive(),
    annexes: z.array(z.strictObject({ name: z.string(), sha256: digest })),
    letter: digest,
})

function hexOf(digits: number): z.ZodType<string> {
    return z.string().superRefine((value, context) => {
        if (value.length !== digits || !/^[0-9a-f]*$/.test(value))
            fault(context, "input.value.kind", { found: value.slice(0, 70), expected: `0-9 a-f (${String(digits)})` })
    })
}

export type PreparedRecord = z.output<typeof preparedSchema>

const earlierSchema = z.looseObject({ format: z.literal("1.0").optional(), letterCode: z.string() })

/** Reads the record. Every fault is named with its path; `request.prepared.earlier` for one of an earlier program. */
export function readPrepared(file: string, bytes: Uint8Array): Reading<PreparedRecord> {
    const read = readJsonFile(file, bytes, "any")
    if (read.issues.length === 0 && earlierSchema.safeParse(read.value).success)
        return { issues: [issue("request.prepared.earlier", [file], {})] }
    return checkRecord(file, read, preparedSchema)
}
