import { findInvisible } from "../../../base/text/hygiene.ts"

/**
 * Plain where nobody could take it for anything else, lines as a block (YAML 1.2 §8.1.2), else in single quotes, which
 * change nothing (§7.3.2); in double quotes (§7.3.1) only what cannot be seen, by its number.
 *
 * @param indent - Of the line on which the text begins, with the blanks of a dash.
 */
export function scalar(text: string, indent: string): string {
    if (PLAIN.test(text)) return text
    if (
        findInvisible(text) !== undefined ||
        /[\r\u0085\u2028\u2029\uD800-\uDFFF]/.test(text.replace(/[\u{10000}-\u{10FFFF}]/gu, ""))
    )
        return JSON.stringify(text).replace(UNSAFE, escaped)
    if (/\n\n$|^\n+$/.test(text)) return JSON.stringify(text) // a block would take the blank lines behind it
    return text.includes("\n") ? block(text, `${indent}  `) : `'${text.replaceAll("'", "''")}'`
}

/** A text of several lines as it is; the number says how far it is indented where its first line begins with a blank. */
function block(text: string, indent: string): string {
    const isEnded = text.endsWith("\n")
    const lines = (isEnded ? text.slice(0, -1) : text).split("\n")
    const number = /^\n*\s/.test(text) ? "2" : ""
    return [`|${isEnded ? "" : "-"}${number}`, ...lines.map((line) => (line === "" ? "" : indent + line))].join("\n")
}

const PLAIN = /^[\p{L}\p{N}（“《](?:[\p{L}\p{N} ，。、；（）“”《》.@+_/-]*[\p{L}\p{N}）”》。])?$/u
/** What is not printable in YAML, and what a reader does not see. */
const UNSAFE =
    /[\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFF\u{E0000}-\u{E007F}]/gu

function escaped(character: string): string {
    const code = (character.codePointAt(0) ?? 0).toString(16)
    return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`
}
