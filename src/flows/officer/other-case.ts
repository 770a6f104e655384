import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import type { OtherCaseField } from "../../base/issues/received.ts"
import type { ByteSource } from "../../base/source.ts"
import { visible } from "../../base/text/hygiene.ts"
import { textIn } from "../../facts/evidence/file-text.ts"
import type { Journal } from "../../facts/journal/chain.ts"
import { numberOf, standing } from "../../facts/journal/due.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { shapeOf } from "./identifier-shape.ts"
import type { EarlierRequest, OpenDraft } from "./open-draft.ts"
import type { Registered } from "./register-files.ts"

/**
 * Whether an answer belongs to another case: what was typed, the names of its files and the text in them are held against
 * the numbers of this one. Once further layers stand above it, nobody can take an answer out of an archive again.
 */

/** A ticket number that the journal has, and the number of the request it is of. */
export interface Ticket {
    readonly no: number
    readonly number: string
}

/** Ticket numbers in a journal; none where it is another case's, which is told where something is added to it. */
export function ticketsIn({ entries, head }: Journal, { loaded, requests }: OpenDraft): readonly Ticket[] {
    const refs = [loaded.case.ref, ...requests.map(({ officer }) => officer.ref)]
    if (head === undefined || !refs.includes(head.ref)) return []
    return standing(entries).flatMap((entry) => {
        const { number = "" } = entry.fields
        return entry.act === "ticket" && number !== "" ? [{ no: Number(numberOf(entry)), number }] : []
    })
}

/** What the officer's form says of the case, where the archive or the journal says something else. */
export function formOfOther(
    file: string,
    officer: Officer,
    request: EarlierRequest,
    archive: OpenDraft,
    noted: readonly Ticket[],
): Issue[] {
    const { loaded, requests, answers } = archive
    const asked = requests.map((one) => one.officer)
    const tickets = [
        ...noted.flatMap(({ no, number }) => (no === request.no ? [number] : [])),
        ...answers.flatMap(({ record }) => (record.request.no === request.no ? [record.ticket] : [])),
        ...asked.flatMap(({ request: { earlier } = {} }) =>
            Number(earlier?.no ?? "0") === request.no ? [earlier?.ticket] : [],
        ),
    ]
    const { ref, recipient, caseNumbers, instrument, letterCode, received } = officer
    const rows: readonly (readonly [OtherCaseField, IssuePath, string | undefined, readonly (string | undefined)[]])[] =
        [
            ["ref", ["ref"], ref, [loaded.case.ref, ...asked.map((one) => one.ref)]],
            ["recipient", ["recipient"], recipient, [request.officer.recipient ?? loaded.case.recipient]],
            [
                "caseNumber",
                ["caseNumbers", "caseNumber"],
                caseNumbers?.caseNumber,
                asked.map((one) => one.caseNumbers?.caseNumber),
            ],
            ["instrument", ["instrument", "number"], instrument?.number, asked.map((one) => one.instrument?.number)],
            ["letterCode", ["letterCode"], letterCode, asked.map((one) => one.letterCode)],
            ["ticket", ["received", "ticket"], received?.ticket, tickets],
        ]
    return rows.flatMap(([field, path, found, all]) => {
        const known = [...new Set(all.filter((one) => one !== undefined))]
        const isHere = found === undefined || known.length === 0 || known.some((one) => plain(one) === plain(found))
        const params = { field, found: found ?? "", known: known.join("、") }
        return isHere ? [] : [issue("received.case.differs", [file, ...path], params, "warning")]
    })
}

/** Files that are looked through; a desk sends a handful. */
const MOST_READ = 200

/** Names and texts in an answer that have a number as this case's are, and none of this case's. */
export async function namesOfOther(
    file: string,
    officer: Officer,
    registered: readonly Registered[],
    sources: ReadonlyMap<string, ByteSource>,
    archive: OpenDraft,
    noted: readonly Ticket[],
): Promise<Issue[]> {
    const known = numbersOf(officer, archive, noted)
    const { from, provider, outstanding, limitsText, mailbox } = officer.received ?? {}
    const typed = Object.entries({ from, provider, outstanding, limitsText, mailbox }).flatMap(([field, said]) =>
        foreign(said ?? "", known, [file, "received", field]),
    )
    const named = registered.flatMap(({ file: { name } }) => foreign(name, known, [name]))
    const written: Issue[] = []
    for (const { file: one } of registered.slice(0, MOST_READ)) {
        const source = sources.get(one.name)
        if (source === undefined || one.locked === true) continue
        written.push(...foreign(await textIn(one.mediaType, one.name, source), known, [one.name]))
    }
    return [...typed, ...named, ...written]
}

/** What numbers of this case look like, which they are, and those of others that were told already. */
interface Numbers {
    readonly shapes: readonly (readonly [shape: RegExp, own: string])[]
    readonly plain: ReadonlySet<string>
    readonly told: Set<string>
}

/** Numbers that are this case's alone: references, numbers of documents, tickets. */
function numbersOf(officer: Officer, { loaded, requests, answers }: OpenDraft, noted: readonly Ticket[]): Numbers {
    const ofOfficer = ({ ref, caseNumbers = {}, instrument, letter, received, request }: Officer) => [
        ...[ref, caseNumbers.caseNumber, caseNumbers.caseNumberEn, caseNumbers.receiptNumber],
        ...[caseNumbers.filingNumber, caseNumbers.filingNumberEn, instrument?.number, instrument?.numberEn],
        ...[letter?.number, letter?.numberEn, received?.ticket, request?.earlier?.ticket],
    ]
    const all = [
        loaded.case.ref,
        ...[...requests.map((one) => one.officer), officer].flatMap(ofOfficer),
        ...answers.map(({ record }) => record.ticket),
        ...noted.map(({ number }) => number),
    ].filter((one) => one !== undefined)
    const shapes = new Map(
        all.flatMap((own) => {
            const shape = shapeOf(own)
            return shape === undefined ? [] : [[shape.source, [shape, own] as const]]
        }),
    )
    return { shapes: [...shapes.values()], plain: new Set(all.map(plain)), told: new Set() }
}

/** A number of another case in a text; none where one of this case's stands there too. */
function foreign(text: string, numbers: Numbers, path: IssuePath): readonly Issue[] {
    const found = numbers.shapes.flatMap(([shape, own]) =>
        [...text.matchAll(shape)].map(([number]) => ({ number, own })),
    )
    const [first] = found
    if (first === undefined || found.some(({ number }) => numbers.plain.has(plain(number)))) return []
    // The same number on a thousand files is one question.
    if (numbers.told.has(plain(first.number))) return []
    numbers.told.add(plain(first.number))
    return [issue("received.case.named", path, { found: visible(first.number), own: first.own }, "warning")]
}

/** A number as people copy it: letter case, blanks and the form of brackets do not count. */
function plain(number: string): string {
    return number
        .normalize("NFKC")
        .replace(/[〔［[【]/g, "(")
        .replace(/[〕］\]】]/g, ")")
        .replace(/\s/g, "")
        .toLowerCase()
}
