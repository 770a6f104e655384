import type * as z from "zod"
import { printJson } from "../../base/canonical-json.ts"
import { type Issue, issue } from "../../base/issue.ts"
import { readJson } from "../../base/json.ts"
import { inputIssues } from "./input-issues.ts"

/** JSON files that a lerpack wrote, and that came back by the hands of somebody else. */

/** A value, or what is wrong with it. */
export interface Reading<T> {
    readonly value?: T
    readonly issues: readonly Issue[]
}

/**
 * Reads the JSON of a file; nothing is known yet of what it holds. `input.json.unreadable`.
 *
 * @param form - `printed` where it must be the very text that its value prints as, as in a packet: so no member stands
 * there twice, and no two readers read two contents.
 */
export function readJsonFile(file: string, bytes: Uint8Array, form: "printed" | "any"): Reading<unknown> {
    const read = readJson(bytes)
    if ("fault" in read) return { issues: [issue("input.json.unreadable", [file], { reason: read.fault })] }
    if (form === "printed" && printJson(read.value) !== read.text)
        return { issues: [issue("input.json.unreadable", [file], { reason: "form" })] }
    return { value: read.value, issues: [] }
}

/** Holds what was read against a schema; every fault is named with its path. */
export function checkRecord<T extends z.ZodType>(
    file: string,
    { value, issues }: Reading<unknown>,
    schema: T,
): Reading<z.output<T>> {
    if (issues.length > 0) return { issues }
    const parsed = schema.safeParse(value)
    if (parsed.success) return { value: parsed.data, issues: [] }
    return { issues: inputIssues({ file, value, schema, locate: () => "" }, parsed.error) }
}
