import type { Inline } from "./blocks.ts"
import { LINE_SEPARATOR } from "./evaluate.ts"

/** Han, kana, Hangul and the punctuation and full-width forms set with them: a source line may end after any of them. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF—…“”‘’·]/u
const CJK_POINT = /[\u3000-\u303F\uFF00-\uFFEF]/u
const SPACE = /[ \t\n\r\f]/

/**
 * Collapses white space as HTML does, over the borders of runs: runs of it become one space, none is left at the ends
 * or beside a forced break. Aware of Chinese as CSS Text 4 §4.1.3: a source line break between two CJK characters, or
 * beside full-width punctuation, becomes nothing.
 */
export function collapseWhiteSpace(inlines: readonly Inline[]): Inline[] {
    const out: Inline[] = []
    let previous = "" // last character set, empty at the start and after a break
    let gap: { run: number; line: boolean } | undefined
    const texts: string[] = []
    const append = (run: number, text: string) => {
        texts[run] = (texts[run] ?? "") + text
    }
    const settle = (next: string) => {
        if (gap && previous !== "" && next !== "" && !(gap.line && vanishes(previous, next))) append(gap.run, " ")
        gap = undefined
    }
    for (const [run, inline] of inlines.entries()) {
        if (inline.kind !== "text") {
            settle(inline.kind === "blank" ? "x" : "")
            previous = inline.kind === "blank" ? "x" : ""
            continue
        }
        for (const c of inline.text) {
            if (SPACE.test(c)) gap = { run: gap?.run ?? run, line: (gap?.line ?? false) || c === "\n" }
            else {
                settle(c === LINE_SEPARATOR ? "" : c)
                append(run, c)
                previous = c === LINE_SEPARATOR ? "" : c
            }
        }
    }
    for (const [run, inline] of inlines.entries()) {
        if (inline.kind !== "text") {
            out.push(inline)
            continue
        }
        for (const [i, text] of (texts[run] ?? "").split(LINE_SEPARATOR).entries()) {
            if (i > 0) out.push({ kind: "break" })
            if (text !== "") out.push({ ...inline, text })
        }
    }
    return out
}

function vanishes(before: string, after: string): boolean {
    return (CJK.test(before) && CJK.test(after)) || CJK_POINT.test(before) || CJK_POINT.test(after)
}
