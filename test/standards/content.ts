import { arrayOf, decodedText, dictOf, isReference, nameOf, type PdfFile, pagesOf, type Value } from "./pdf-file.ts"

/** What the content streams of a page draw, operator by operator, with the marks around each. */

/** One open BDC or BMC. */
export interface Mark {
    readonly tag: string
    readonly properties: Readonly<Record<string, string>>
    readonly mcid: number | undefined
}
export interface Drawn {
    readonly operator: string
    readonly marks: readonly Mark[]
    /** Of text: resource name of the font and the codes shown. */
    readonly font?: string
    readonly codes?: readonly number[]
    /** Of `Do`: resource name. */
    readonly object?: string
}
export interface PageContent {
    readonly drawn: readonly Drawn[]
    /** All marks in order of their beginning, each with those around it. */
    readonly marks: readonly { readonly mark: Mark; readonly around: readonly Mark[] }[]
    readonly operators: ReadonlySet<string>
    /** Operators without their partner, as sentences. */
    readonly uneven: readonly string[]
    readonly deepest: number
    /** Longest string and greatest number, as limits are set on both. */
    readonly numbers: readonly number[]
}

const TOKEN = /%[^\r\n]*|<<|>>|\[|\]|<[0-9A-Fa-f\s]*>|\((?:[^\\()]|\\[\s\S])*\)|\/[^\s/<>[\](){}%]*|[^\s/<>[\](){}%]+/g
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/
const TEXT = new Set(["Tj", "TJ", "'", '"'])
/** Operators that leave something on the page (ISO 32000-1 §8.5.3, §8.6, §8.9, §9.4.3). */
export const PAINTING = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI", ...TEXT])

const READ = new WeakMap<PdfFile, readonly PageContent[]>()

/** Contents of all pages. */
export function contentsOf(file: PdfFile): readonly PageContent[] {
    const known = READ.get(file)
    if (known !== undefined) return known
    const read = pagesOf(file).map(({ dict }) => {
        const contents = dict["/Contents"]
        const parts = isReference(contents) ? [contents] : arrayOf(file, contents)
        return readContent(parts.map((part) => decodedText(file, part)).join("\n"))
    })
    READ.set(file, read)
    return read
}

export function readContent(source: string): PageContent {
    const drawn: Drawn[] = []
    const marks: { mark: Mark; around: readonly Mark[] }[] = []
    const operators = new Set<string>()
    const numbers: number[] = []
    const uneven: string[] = []
    let open: readonly Mark[] = []
    let operands: string[] = []
    let font = ""
    let depth = 0
    let deepest = 0
    let inText = false
    for (const [token] of source.matchAll(TOKEN)) {
        if (token.startsWith("%")) continue
        if (NUMBER.test(token)) numbers.push(Number(token))
        if (/^(?:<<|>>|[[\]]|[<(/].*)$/s.test(token) || NUMBER.test(token)) {
            operands.push(token)
            continue
        }
        operators.add(token)
        if (token === "q") deepest = Math.max(deepest, ++depth)
        if (token === "Q" && --depth < 0) uneven.push("Q without q")
        if (token === "BT" || token === "ET") {
            if (inText === (token === "BT")) uneven.push(`${token} out of place`)
            inText = token === "BT"
        }
        if (token === "Tf") font = operands[0]?.slice(1) ?? ""
        if (token === "BMC" || token === "BDC") {
            const mark = readMark(operands)
            marks.push({ mark, around: open })
            open = [...open, mark]
        }
        if (token === "EMC") {
            if (open.length === 0) uneven.push("EMC without BDC")
            open = open.slice(0, -1)
        }
        if (PAINTING.has(token)) drawn.push({ operator: token, marks: open, ...subject(token, operands, font) })
        operands = []
    }
    if (open.length > 0) uneven.push("BDC without EMC")
    if (depth > 0) uneven.push("q without Q")
    if (inText) uneven.push("BT without ET")
    return { drawn, marks, operators, uneven, deepest, numbers }
}

function subject(operator: string, operands: readonly string[], font: string): Partial<Drawn> {
    if (operator === "Do") return { object: operands[0]?.slice(1) ?? "" }
    if (!TEXT.has(operator)) return {}
    const codes = operands
        .filter((operand) => /^<[^<]/.test(operand))
        .flatMap((operand) => (operand.slice(1, -1).match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16)))
    // A literal string would be read as bytes; our fonts take two bytes each, written in hexadecimal.
    const literal = operands.some((operand) => operand.startsWith("("))
    return { font, codes: literal ? [...codes, 0] : codes }
}

function readMark(operands: readonly string[]): Mark {
    const properties: Record<string, string> = {}
    const list = operands.slice(1).filter((token) => token !== "<<" && token !== ">>")
    for (let i = 0; i + 1 < list.length; i += 2) properties[list[i]?.slice(1) ?? ""] = list[i + 1] ?? ""
    const mcid = properties.MCID
    return { tag: operands[0]?.slice(1) ?? "", properties, mcid: mcid === undefined ? undefined : Number(mcid) }
}

/** The innermost mark with a content number. */
export function ownerOf(marks: readonly Mark[]): Mark | undefined {
    return marks.findLast(({ mcid }) => mcid !== undefined)
}

/** XObjects of a page that are drawn, by resource name. */
export function drawnObjects(file: PdfFile, page: { dict: Record<string, Value> }, content: PageContent): Value[] {
    const objects = dictOf(file, dictOf(file, page.dict["/Resources"])["/XObject"])
    const names = new Set(content.drawn.flatMap(({ object }) => (object === undefined ? [] : [object])))
    return [...names].map((name) => objects[`/${name}`] ?? null)
}

/** True where a page shows a form XObject: in our files, a page of somebody else's PDF. */
export function hasForeignPages(file: PdfFile): boolean {
    const contents = contentsOf(file)
    return pagesOf(file).some((page, i) => {
        const content = contents[i]
        return (
            content !== undefined &&
            drawnObjects(file, page, content).some(
                (object) => nameOf(file, dictOf(file, object)["/Subtype"]) === "Form",
            )
        )
    })
}
