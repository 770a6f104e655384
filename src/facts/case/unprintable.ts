import type { IssuePath } from "../../base/issue.ts"

/** The characters of a text that no font has, each once. */
export type Lacking = (text: string) => readonly string[]

/** Every text among facts, however deep, that has characters no font has. */
export function unprintableTexts(
    value: unknown,
    lacking: Lacking,
    path: IssuePath = [],
): readonly { readonly path: IssuePath; readonly characters: readonly string[] }[] {
    if (typeof value === "string") {
        const characters = lacking(value)
        return characters.length > 0 ? [{ path, characters }] : []
    }
    if (Array.isArray(value)) return value.flatMap((item, i) => unprintableTexts(item, lacking, [...path, i]))
    if (typeof value !== "object" || value === null) return []
    return Object.entries(value).flatMap(([key, member]) => unprintableTexts(member, lacking, [...path, key]))
}
