import type { IssuePath } from "../../base/issue.ts"
import type { Case } from "./schema.ts"

/** Sentences of the reporter's own that are not in the language of the papers: procedure in China wants a translation. */

/** Fewer words may be names or terms, which many a Chinese sentence has in English. */
const FEWEST_WORDS = 4
const FEWEST_LETTERS = 10
/** Words, not codes of assets, addresses or names of files. */
const WORDS = /(?<![\p{L}\p{N}_.@/-])(?=\p{Script=Latin}*\p{Ll})\p{Script=Latin}+(?![\p{N}_@/])/gu
const OTHER_LETTERS = /[^\P{L}\p{Script=Latin}\p{Script=Han}]/gu

/** Whether a text is in another language than Chinese, names and codes within Chinese aside. */
export function isForeign(text: string): boolean {
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
    const words = count(WORDS)
    return (words >= FEWEST_WORDS && count(/\p{Script=Han}/gu) < words) || count(OTHER_LETTERS) >= FEWEST_LETTERS
}

/** All of them, in the order of the case. */
export function foreignTexts({ incident, narrative = {}, demands, timeline, wanted, originals, loss }: Case): readonly {
    readonly path: IssuePath
    readonly text: string
}[] {
    const listed = (path: IssuePath, list: readonly { readonly text: string }[] = []) =>
        list.map(({ text }, i) => ({ path: [...path, i], text }))
    const { firstOperation, lastOperation } = incident
    return [
        { path: ["incident", "firstOperation", "what"], text: firstOperation.what },
        { path: ["incident", "lastOperation", "what"], text: lastOperation?.what ?? "" },
        { path: ["loss", "method"], text: loss.method ?? "" },
        ...wanted.map((text, i) => ({ path: ["wanted", i], text })),
        { path: ["originals"], text: originals },
        ...Object.entries(narrative).flatMap(([part, list]) => listed(["narrative", part], list)),
        ...listed(["demands"], demands),
        ...listed(
            ["timeline"],
            timeline?.map(({ what }) => ({ text: what })),
        ),
    ].filter(({ text }) => isForeign(text))
}
