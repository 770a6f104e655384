import * as z from "zod"
import { utf8 } from "../../base/bytes.ts"
import { hasErrors, issue, PacketError } from "../../base/issue.ts"
import { inputIssues } from "../case/input-issues.ts"
import { readYaml } from "../case/yaml.ts"

/** How the files of `assets/legal/` are read. Damaged data are a fault of the installation and are thrown. */

/** A day, `2026-11-27`. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** A text in Chinese and English. */
export const pair = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

/** Where a statement comes from: grade A official page or text, B credible second hand, C weak, D inferred by us. */
export const sourceShape = z.strictObject({
    id: z.string(),
    zh: z.string().min(1),
    en: z.string().min(1),
    grade: z.enum(["A", "B", "C", "D"]),
    /** Day, or month, of the source. */
    reportedOn: z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/),
    /** Blank where nobody has verified it. */
    verifiedOn: day.optional(),
})
export type Source = z.output<typeof sourceShape>

export function readLegal<S extends z.ZodType>(file: string, source: string, schema: S): z.output<S> {
    const yaml = readYaml(file, utf8(source), "drop")
    if (hasErrors(yaml.issues)) throw new PacketError(yaml.issues)
    const parsed = schema.safeParse(yaml.value)
    if (!parsed.success)
        throw new PacketError(inputIssues({ file, value: yaml.value, schema, locate: yaml.locate }, parsed.error))
    return parsed.data
}

/** Throws where one of these ids is nobody's. */
export function assertKnown(
    path: (string | number)[],
    ids: readonly string[],
    known: readonly { readonly id: string }[],
): void {
    for (const id of ids) if (!known.some((one) => one.id === id)) throw unknownId(path, id, known)
}

/** An id that nothing bears. */
export function unknownId(
    path: (string | number)[],
    found: string,
    known: readonly { readonly id: string }[],
): PacketError {
    const expected = known.map(({ id }) => id).join("、")
    return new PacketError([issue("input.value.not-allowed", path, { found, expected })])
}
