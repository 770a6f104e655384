import { CST, Lexer } from "yaml"
import { findInvisible } from "../../base/text/hygiene.ts"

/** What stands in a YAML text besides its values: found in the words of the file, so that a fault hides nothing. */
export interface YamlScan {
    /** Comments behind something else in their line; those on lines of their own are free. */
    readonly comments: readonly Mark[]
    /** Signs that give a word another meaning where a text begins: `&` `*` `!` `?` `%`. */
    readonly signs: readonly Mark[]
    /** Signs after a backslash in double quotes that are read as something else, such as `\n`. */
    readonly escapes: readonly Mark[]
    /** `|` and `>` with no text below. */
    readonly emptyBlocks: readonly Mark[]
    /** Quotes and brackets of a Chinese input method where those of YAML may be meant: `{asset: “USDT”}`, `［E003］`. */
    readonly wide: readonly Mark[]
    /** The first quote or bracket that is never closed. */
    readonly open?: Mark
    /** Start and end of each outermost `{…}` or `[…]`. */
    readonly flows: readonly (readonly [start: number, end: number])[]
}

/** A piece of the text and where it begins. */
export interface Mark {
    readonly offset: number
    readonly text: string
}

const SIGNS: readonly (CST.TokenType | null)[] = ["anchor", "alias", "tag", "explicit-key-ind", "directive-line"]

/** Goes through the words of a YAML text once; never fails. */
export function scanYaml(text: string): YamlScan {
    const comments: Mark[] = []
    const signs: Mark[] = []
    const escapes: Mark[] = []
    const emptyBlocks: Mark[] = []
    const wide: Mark[] = []
    const flows: [number, number][] = []
    const brackets: Mark[] = []
    let open: Mark | undefined
    let header: Mark | undefined
    let isBody = false
    let offset = 0
    const close = (end: number): void => {
        const start = brackets.pop()
        if (start !== undefined && brackets.length === 0) flows.push([start.offset, end])
    }
    for (const word of new Lexer().lex(text)) {
        const mark = { offset, text: word }
        if (isBody) {
            if (header !== undefined && word.trim() === "") emptyBlocks.push(header)
            if (header === undefined && (brackets.length > 0 ? WIDE_QUOTED : WIDE_LIST).test(word)) wide.push(mark)
            header = undefined
            isBody = false
            offset += word.length
            continue
        }
        const type = CST.tokenType(word)
        if (type === "scalar") isBody = true
        else if (type === "flow-error-end") {
            open ??= brackets.at(-1)
            close(offset)
        } else if (type === "block-scalar-header") header = mark
        else if (type === "flow-map-start" || type === "flow-seq-start") brackets.push(mark)
        else if (type === "flow-map-end" || type === "flow-seq-end") close(offset + 1)
        else if (type === "comment" && !isFirstInLine(text, offset)) comments.push(mark)
        else if (SIGNS.includes(type)) signs.push(mark)
        else if (type === "double-quoted-scalar" || type === "single-quoted-scalar") {
            if (isClosed(word)) escapes.push(...escapesOf(mark))
            else open ??= { offset, text: word.slice(0, 1) }
        }
        if (!MARKERS.includes(type)) offset += word.length
    }
    open ??= brackets[0]
    return { comments, signs, escapes, emptyBlocks, wide, flows, ...(open === undefined ? {} : { open }) }
}

const WIDE_LIST = /^(?:［.*］|｛.*｝)$/
const WIDE_QUOTED = /^[“”‘’［｛]/

/** Words of the lexer that stand for no letter of the text. */
const MARKERS: readonly (CST.TokenType | null)[] = ["doc-mode", "flow-error-end", "scalar"]

function isFirstInLine(text: string, offset: number): boolean {
    return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim() === ""
}

function isClosed(quoted: string): boolean {
    return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/s.test(quoted)
}

/**
 * `\"` and `\\` are what a person means by them; everything else becomes another sign. The number of a sign that nobody
 * could see is what a program writes, and the sign itself is found by its own check.
 */
function escapesOf({ offset, text }: Mark): Mark[] {
    if (!text.startsWith('"')) return []
    return [...text.matchAll(/\\(.)/gs)]
        .filter((found) => {
            const [, sign = ""] = found
            const [, code] = /^\\(?:u([\da-f]{4})|U([\da-f]{8}))/i.exec(text.slice(found.index)) ?? []
            const isUnseen =
                code !== undefined && findInvisible(String.fromCodePoint(Number.parseInt(code, 16))) !== undefined
            return sign !== '"' && sign !== "\\" && !isUnseen
        })
        .map((found) => ({ offset: offset + found.index, text: found[0] }))
}
