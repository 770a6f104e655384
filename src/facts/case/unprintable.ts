import { type PlacedText, textsOf } from "../../base/value.ts"

/** The characters of a text that no font has, each once. */
export type Lacking = (text: string) => readonly string[]

/** Every text among facts, however deep, that has characters no font has. */
export function unprintableTexts(
    value: unknown,
    lacking: Lacking,
): readonly (Pick<PlacedText, "path"> & { readonly characters: readonly string[] })[] {
    return textsOf(value)
        .map(({ path, text }) => ({ path, characters: lacking(text) }))
        .filter(({ characters }) => characters.length > 0)
}
