import { type NamedBytes, utf8 } from "../../base/bytes.ts"
import { printJson } from "../../base/canonical-json.ts"
import { sha256Hex } from "../../base/digest.ts"
import type { Host } from "../../base/host.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import type { Annex as QuotedAnnex } from "../../editions/officer/letter.ts"
import { type BoundField, boundFields } from "../../facts/officer/bound-fields.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { wordAt } from "../../facts/officer/officer-form-questions.ts"
import { PREPARED_FORMAT, type PreparedRecord, readPrepared } from "../../facts/officer/prepared.ts"
import { typeIdOf } from "../../facts/officer/request-type.ts"
import { wantsTranslation } from "../../facts/recipients/recipient.ts"
import { ANNEX_ROLES, type AnnexRole, annexName, PREPARED_NAME } from "./names.ts"
import { letterCodeOf, madeWith, type SealedTexts, sealedTexts } from "./sealed-texts.ts"
import { letterNames } from "./typed-names.ts"
import type { Undertaking } from "./undertake.ts"

/** What the first step leaves for the second: the record that binds the sealed letter to everything that leaves. */

/** Files of the prepared folder by name. */
export type PreparedFolder = ReadonlyMap<string, Uint8Array>

/** A file that the letter quotes by its hash. */
export interface Annex extends NamedBytes {
    readonly role: AnnexRole
}

/** The record as a file. */
export function printRecord(
    undertaking: Undertaking,
    host: Host,
    made: {
        readonly texts: SealedTexts
        readonly annexes: readonly QuotedAnnex[]
        readonly letter: { readonly bytes: Uint8Array; readonly pages: number }
    },
): Uint8Array {
    const { ref, draft, input } = undertaking
    const { texts, annexes, letter } = made
    const record: PreparedRecord = {
        format: PREPARED_FORMAT,
        ref,
        tool: host.tool,
        draft: draft.report.checkCode ?? "",
        letterCode: letterCodeOf(texts, annexes),
        address: addressOf(undertaking),
        fields: boundFields(input.officer).map(({ path, text }) => ({ path, text })),
        texts: digestsOf(texts),
        ...(wantsTranslation(undertaking.recipient) ? { translated: true as const } : {}),
        ...madeWith(undertaking, host),
        pages: letter.pages,
        annexes: annexes.map(({ name, sha256 }) => ({ name, sha256 })),
        letter: sha256Hex(letter.bytes),
    }
    return utf8(printJson(record))
}

const addressOf = ({ recipient, input }: Undertaking): string => recipient.routes[input.officer.route]?.address ?? ""

const digestsOf = ({ letter, request }: SealedTexts): { readonly letter: string; readonly request: string } => ({
    letter: sha256Hex(utf8(letter)),
    request: sha256Hex(utf8(request)),
})

/** What was sealed, and what no longer agrees with it. */
export interface Sealed {
    readonly issues: readonly Issue[]
    readonly annexes: readonly Annex[]
    /** The letter as it was printed, before the seal, and SHA-256 of the files that were made with it. */
    readonly letter: {
        readonly pages: number
        readonly own: ReadonlySet<string>
        readonly isTranslated: boolean
    }
}

/** Compares what was sealed with what would leave now. Throws `PacketError` where the record itself cannot be read. */
export function checkPrepared(undertaking: Undertaking, prepared: PreparedFolder, host: Host): Sealed {
    const { draft, input, ref } = undertaking
    const record = readRecord(prepared.get(PREPARED_NAME))
    const issues: Issue[] = []
    if (record.ref !== ref)
        issues.push(issue("request.prepared.other-case", [PREPARED_NAME], { found: record.ref, expected: ref }))
    const found = draft.report.checkCode ?? ""
    if (record.draft !== found)
        issues.push(issue("request.prepared.other-draft", [PREPARED_NAME, "draft"], { sealed: record.draft, found }))
    const annexes = ANNEX_ROLES.flatMap((role): Annex[] => {
        const name = annexName(role, ref)
        const quoted = record.annexes.find((annex) => annex.name === name)
        if (quoted === undefined) return []
        const bytes = prepared.get(name)
        if (bytes === undefined) issues.push(issue("request.prepared.missing", [name], { file: name }))
        else if (sha256Hex(bytes) !== quoted.sha256)
            issues.push(issue("request.prepared.changed", [name], { file: name }))
        return bytes === undefined ? [] : [{ role, name, bytes }]
    })
    const { pdf } = letterNames(typeIdOf(input.officer))
    const letter = prepared.get(pdf)
    if (letter !== undefined && sha256Hex(letter) !== record.letter)
        issues.push(issue("request.prepared.changed", [pdf], { file: pdf }))
    // Of another draft every text may differ, which is one cause.
    if (record.draft === found) issues.push(...checkBinding(undertaking, record, host))
    issues.push(...checkCode(input.file, input.officer, record))
    return {
        issues,
        annexes,
        letter: {
            pages: record.pages,
            own: new Set([record.letter, ...[...prepared.values()].map(sha256Hex)]),
            isTranslated: record.translated === true,
        },
    }
}

/** Every value that is not what was sealed; where none is, the texts themselves. One cause is told once. */
function checkBinding(undertaking: Undertaking, record: PreparedRecord, host: Host): Issue[] {
    const { file, officer } = undertaking.input
    const differences = compareFields(file, record.fields, boundFields(officer))
    if (differences.length > 0) return differences
    const address = addressOf(undertaking)
    if (record.address !== address)
        return [issue("request.prepared.address", [file, "route"], { sealed: record.address, found: address })]
    const texts = sealedTexts(undertaking, record.annexes, host, record.translated === true)
    const now = digestsOf(texts)
    const { templates, profile } = madeWith(undertaking, host)
    if (record.texts.letter !== now.letter || record.texts.request !== now.request) {
        const causes = [
            ...(record.tool === host.tool ? [] : ["program" as const]),
            ...(record.templates === templates ? [] : ["templates" as const]),
            ...(record.profile === profile ? [] : ["profile" as const]),
        ]
        return [
            issue("request.prepared.remade", [PREPARED_NAME], { causes: causes.join(" "), sealedWith: record.tool }),
        ]
    }
    // Whoever changes the record itself does not reach the code on paper.
    if (record.letterCode !== letterCodeOf(texts, record.annexes))
        return [issue("request.prepared.changed", [PREPARED_NAME], { file: PREPARED_NAME })]
    return []
}

function compareFields(file: string, sealed: readonly BoundField[], now: readonly BoundField[]): Issue[] {
    const before = new Map(sealed.map(({ path, text }) => [path, text]))
    const after = new Map(now.map(({ path, text }) => [path, text]))
    return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((path): Issue[] => {
        const [was, is] = [before.get(path), after.get(path)]
        if (was === is) return []
        const at = [file, ...keysOf(path)]
        // Whoever fills in the workbook knows its words alone.
        const shown = (text = ""): string => (/\.xlsx$/i.test(file) ? wordAt(path, text) : text)
        return was === undefined
            ? [issue("request.prepared.filled-in", at, { field: path, found: shown(is) })]
            : [issue("request.prepared.field", at, { field: path, sealed: shown(was), found: shown(is) })]
    })
}

/** `exhibits[0].label` as keys. */
function keysOf(path: string): (string | number)[] {
    return path.split(/[.[\]]+/).flatMap((key) => (key === "" ? [] : [/^\d+$/.test(key) ? Number(key) : key]))
}

function checkCode(file: string, { letterCode }: Officer, { letterCode: expected }: PreparedRecord): Issue[] {
    const code = letterCode?.toLowerCase()
    if (code === undefined) return [issue("request.letter-code.missing", [file, "letterCode"], { expected })]
    return code === expected
        ? []
        : [issue("request.letter-code.different", [file, "letterCode"], { found: code, expected })]
}

function readRecord(bytes: Uint8Array | undefined): PreparedRecord {
    if (bytes === undefined)
        throw new PacketError([issue("request.prepared.missing", [PREPARED_NAME], { file: PREPARED_NAME })])
    const { value, issues } = readPrepared(PREPARED_NAME, bytes)
    if (value !== undefined) return value
    const isOtherFormat = issues.some(
        ({ code }) => code === "input.format.newer" || code === "request.prepared.earlier",
    )
    if (isOtherFormat) throw new PacketError(issues)
    throw new PacketError([...issues, issue("request.prepared.unreadable", [PREPARED_NAME], { file: PREPARED_NAME })])
}
