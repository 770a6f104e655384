import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { type ByteSource, readAll } from "../../base/source.ts"
import { decodeText } from "../../base/text/decode.ts"
import { readXlsx } from "../../typeset/office/xlsx-read.ts"
import type { Case } from "../case/schema.ts"

/** Identifiers are typed or copied by hand: one that cites a text export has to stand in it, letter for letter. */

/** A file that a case may cite. */
export interface CitedFile {
    readonly label: string
    readonly mediaType: string
    readonly source: ByteSource
}

/** Larger files are not searched: their identifiers stay as typed. */
const LARGEST = 64 * 1024 * 1024

interface Identifier {
    readonly id: string
    readonly labels: readonly string[]
    readonly path: IssuePath
}

/** One finding for each identifier that stands in none of the text files it cites, with a near match where there is one. */
export async function checkCitedIdentifiers(
    facts: Case,
    files: readonly CitedFile[],
    at: (path: IssuePath) => IssuePath,
): Promise<Issue[]> {
    const wanted = identifiersOf(facts)
    const cited = new Set(wanted.flatMap(({ labels }) => labels))
    const texts = new Map<string, string>()
    for (const file of files)
        if (cited.has(file.label)) {
            const text = await textOf(file)
            if (text !== undefined) texts.set(file.label, text)
        }
    return wanted.flatMap(({ id, labels, path }) => {
        const read = labels.flatMap((label) => texts.get(label) ?? [])
        if (read.length === 0 || read.some((text) => stands(id, text))) return []
        const near = read.flatMap((text) => nearMatch(id, text) ?? [])[0] ?? ""
        const named = labels.filter((label) => texts.has(label)).join("、")
        return [issue("case.identifier.not-in-file", at(path), { found: id, labels: named, near }, "warning")]
    })
}

function identifiersOf(facts: Case): Identifier[] {
    const of = (id: string | undefined, labels: readonly string[] | undefined, path: IssuePath): Identifier[] =>
        id === undefined || labels === undefined ? [] : [{ id, labels, path }]
    return [
        ...(facts.orders ?? []).flatMap((order, i) => [
            ...of(order.orderId, order.evidence, ["orders", i, "orderId"]),
            ...of(order.clientOrderId, order.evidence, ["orders", i, "clientOrderId"]),
            ...of(order.tradeId, order.evidence, ["orders", i, "tradeId"]),
        ]),
        ...(facts.transfers ?? []).flatMap((transfer, i) =>
            of(transfer.txHash, transfer.evidence, ["transfers", i, "txHash"]),
        ),
        ...(facts.ips ?? []).flatMap((entry, i) => of(entry.address, entry.evidence, ["ips", i, "address"])),
    ]
}

/** The text of a file that has any; `undefined` for pictures, books and what is too large. */
async function textOf({ mediaType, source }: CitedFile): Promise<string | undefined> {
    if (source.size > LARGEST) return undefined
    if (/^text\/|json|xml$/.test(mediaType) && !/openxml/.test(mediaType))
        return decodeText(await readAll(source))?.text
    if (!/spreadsheetml|excel\.sheet\.macro/.test(mediaType)) return undefined
    const { sheets } = readXlsx(await readAll(source), [])
    return sheets?.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text))).join("\n")
}

const WORD = /[A-Za-z0-9]/

/** Whether an identifier stands in a text as a whole word. */
function stands(id: string, text: string): boolean {
    return wholeWordAt(id, text) !== undefined
}

function wholeWordAt(id: string, text: string): number | undefined {
    for (let found = text.indexOf(id); found !== -1; found = text.indexOf(id, found + 1)) {
        const [before = "", after = ""] = [text[found - 1], text[found + id.length]]
        if (!WORD.test(before) && !WORD.test(after)) return found
    }
    return undefined
}

/** What differs in letter case alone, or goes on where the identifier ends. */
function nearMatch(id: string, text: string): string | undefined {
    const [lower, wanted] = [text.toLowerCase(), id.toLowerCase()]
    if (lower.length !== text.length) return undefined // letters whose small form is longer
    const whole = wholeWordAt(wanted, lower)
    if (whole !== undefined) return text.slice(whole, whole + id.length)
    const part = lower.indexOf(wanted)
    if (part === -1 || id.length < 6) return undefined
    let [from, to] = [part, part + id.length]
    while (from > 0 && WORD.test(text[from - 1] ?? "")) from--
    while (to < text.length && WORD.test(text[to] ?? "")) to++
    return to - from <= 80 ? text.slice(from, to) : undefined
}
