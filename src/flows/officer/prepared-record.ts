import { type NamedBytes, utf8 } from "../../base/bytes.ts"
import { printJson } from "../../base/canonical-json.ts"
import { sha256Hex } from "../../base/digest.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import type { Annex as QuotedAnnex } from "../../editions/officer/letter.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { type PreparedRecord, readPrepared } from "../../facts/officer/prepared.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { ANNEX_ROLES, type AnnexRole, annexName, PREPARED_NAME } from "./names.ts"
import { settle, type Undertaking } from "./undertake.ts"

/** What the first step leaves for the second: the letter code, and the record that binds letter and annexes. */

/** Files of the prepared folder by name. */
export type PreparedFolder = ReadonlyMap<string, Uint8Array>

/** A file that the letter quotes by its hash. */
export interface Annex extends NamedBytes {
    readonly role: AnnexRole
}

/** First eight hex digits of SHA-256 over the annex hashes, in order, each followed by LF. */
export function letterCodeOf(annexes: readonly QuotedAnnex[]): string {
    return sha256Hex(utf8(annexes.map(({ sha256 }) => `${sha256}\n`).join(""))).slice(0, 8)
}

/** What the sealed letter says and the second step must therefore find unchanged. */
export function scopeSha256(officer: Officer, recipient: Recipient): string {
    const { request, exhibits, factsNotUsed, instrument } = officer
    const { id, addressee, dataGroups } = recipient
    const desk = { id, zh: addressee.zh, en: addressee.en, dataGroups }
    return sha256Hex(utf8(printJson({ request, exhibits, factsNotUsed, instrument, desk })))
}

/** The annexes as they were when the letter was sealed; everything that no longer agrees is named. */
export function checkPrepared(undertaking: Undertaking, prepared: PreparedFolder): Annex[] {
    const { draft, input, ref } = undertaking
    const record = readRecord(prepared.get(PREPARED_NAME))
    const issues: Issue[] = []
    if (record.ref !== ref)
        issues.push(issue("request.prepared.other-case", [PREPARED_NAME], { found: record.ref, expected: ref }))
    if (record.draft !== draft.report.checkCode)
        issues.push(
            issue("request.prepared.other-case", [PREPARED_NAME, "draft"], {
                found: record.draft,
                expected: draft.report.checkCode ?? "",
            }),
        )
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
    if (record.letterCode !== letterCodeOf(record.annexes))
        issues.push(issue("request.prepared.changed", [PREPARED_NAME], { file: PREPARED_NAME }))
    if (record.scope !== scopeSha256(input.officer, undertaking.recipient))
        issues.push(issue("request.prepared.scope", [input.file], {}))
    const code = input.officer.letterCode?.toLowerCase()
    if (code === undefined)
        issues.push(issue("request.letter-code.missing", [input.file, "letterCode"], { expected: record.letterCode }))
    else if (code !== record.letterCode)
        issues.push(
            issue("request.letter-code.different", [input.file, "letterCode"], {
                found: code,
                expected: record.letterCode,
            }),
        )
    settle(undertaking, issues)
    return annexes
}

function readRecord(bytes: Uint8Array | undefined): PreparedRecord {
    if (bytes === undefined)
        throw new PacketError([issue("request.prepared.missing", [PREPARED_NAME], { file: PREPARED_NAME })])
    const { value, issues } = readPrepared(PREPARED_NAME, bytes)
    if (value !== undefined) return value
    if (issues.some(({ code }) => code === "input.format.newer")) throw new PacketError(issues)
    throw new PacketError([...issues, issue("request.prepared.unreadable", [PREPARED_NAME], { file: PREPARED_NAME })])
}
