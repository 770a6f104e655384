import { utf8 } from "../../base/bytes.ts"
import { printJson } from "../../base/canonical-json.ts"
import { sha256Hex } from "../../base/digest.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { checklistTitle } from "../../editions/officer/checklist.ts"
import type { Annex } from "../../editions/officer/letter.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { type PreparedRecord, readPrepared } from "../../facts/officer/prepared.ts"
import type { Recipient } from "../../facts/recipients/recipient.ts"
import type { NamedBytes, Undertaking } from "./undertake.ts"

/** What the first step leaves for the second: names, the letter code, and the record that binds letter and annexes. */

/** Files of the prepared folder by name. */
export type PreparedFolder = ReadonlyMap<string, Uint8Array>

/** What leaves first: English page, sealed letter, instrument, schedules. */
export const requestName = (ref: string): string => `01-Request-${ref}.pdf`
/** Names of the annexes that are made before the letter is sealed. */
export const identifiersName = (ref: string): string => `02-Identifiers-${ref}.xlsx`
/** The pictures released to the recipient. */
export const exhibitsName = (ref: string): string => `03-Exhibits-${ref}.pdf`
/** The English letter to copy from, for desks that ask for one. */
export const letterName = (ref: string): string => `04-Letter-${ref}.docx`
/** The letter to print, have sealed and scan. */
export const LETTER_NAME = "关于协助提供有关账户电子数据的函（参考文本）.pdf"
/** The same letter to go on writing in, or to copy into the agency's own form. */
export const LETTER_DOCX_NAME = "关于协助提供有关账户电子数据的函（参考文本）.docx"
/** The checklist, called as its title says. */
export const checklistName = (recipient: Recipient): string => `${checklistTitle(recipient)}.pdf`
/** Officer's own: kept beside what is sent, so the names say that they are not to be sent. */
export const OFFICER_SHEET_NAME = "门户填报信息单（本机使用，不发送）.pdf"
/** The same as a page to copy from. */
export const OFFICER_PAGE_NAME = "门户填报信息单（本机使用，不发送）.html"
/** The record that binds letter and annexes. */
export const PREPARED_NAME = "prepared.json"

/** First eight hex digits of SHA-256 over the annex hashes, in order, each followed by LF. */
export function letterCodeOf(annexes: readonly Annex[]): string {
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
export function checkPrepared(undertaking: Undertaking, prepared: PreparedFolder): NamedBytes[] {
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
    const expected = [identifiersName(ref), exhibitsName(ref), letterName(ref)].filter((name) =>
        record.annexes.some((annex) => annex.name === name),
    )
    const annexes = expected.flatMap((name) => {
        const bytes = prepared.get(name)
        if (bytes === undefined) issues.push(issue("request.prepared.missing", [name], { file: name }))
        else if (sha256Hex(bytes) !== record.annexes.find((annex) => annex.name === name)?.sha256)
            issues.push(issue("request.prepared.changed", [name], { file: name }))
        return bytes === undefined ? [] : [{ name, bytes }]
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
    if (issues.length > 0) throw new PacketError(issues)
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
