import * as z from "zod"
import { fault } from "../case/fields.ts"
import { checkRecord, type Reading, readJsonFile } from "../case/record.ts"

/** `prepared.json`: binds the letter that was sealed to its annexes and to what it asks for. */

const digest = hexOf(64)
const preparedSchema = z.strictObject({
    format: z.literal("1.0").optional(),
    ref: z.string(),
    /** 核对码 of the packet that the letter rests on. */
    draft: z.string(),
    letterCode: hexOf(8),
    scope: digest,
    annexes: z.array(z.strictObject({ name: z.string(), sha256: digest })),
    letter: digest.exactOptional(),
})

function hexOf(digits: number): z.ZodType<string> {
    return z.string().superRefine((value, context) => {
        if (value.length !== digits || !/^[0-9a-f]*$/.test(value))
            fault(context, "input.value.kind", { found: value.slice(0, 70), expected: `0-9 a-f (${String(digits)})` })
    })
}

export type PreparedRecord = z.output<typeof preparedSchema>

/** Reads the record. Every fault is named with its path. */
export function readPrepared(file: string, bytes: Uint8Array): Reading<PreparedRecord> {
    return checkRecord(file, readJsonFile(file, bytes, "any"), preparedSchema)
}
