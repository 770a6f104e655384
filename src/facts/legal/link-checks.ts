import * as z from "zod"
import { assertKnown, day, readLegal, sourceShape } from "./read.ts"

/** How a link or mailbox is looked at from a computer that holds nothing of a case. */

const checksShape = z.strictObject({
    format: z.literal("1.0"),
    compiledOn: day,
    sources: z.array(sourceShape).min(1),
    checks: z
        .array(
            z.strictObject({
                id: z.string(),
                do: z.string().min(1),
                /** To be typed; `{host}` stands for the host that is looked at. */
                command: z.string().optional(),
                see: z.string().min(1),
                from: z.string(),
            }),
        )
        .min(1),
})

/** `legal/link-checks.yaml`. */
export type LinkChecks = z.output<typeof checksShape>

/** Reads `legal/link-checks.yaml`; every source that it names must be in it. */
export function readLinkChecks(source: string): LinkChecks {
    const file = "legal/link-checks.yaml"
    const data = readLegal(file, source, checksShape)
    for (const [i, { from }] of data.checks.entries()) assertKnown([file, "checks", i], [from], data.sources)
    return data
}
