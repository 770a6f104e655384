import type { NamedBytes } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { foreignNoteView } from "../../editions/officer/foreign-note.ts"
import type { Case } from "../../facts/case/schema.ts"
import { readLaws } from "../../facts/legal/laws.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { ReceivedRecord } from "../../facts/officer/received-record.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { composeDocx, composePdf } from "../print/compose.ts"
import { FOREIGN_NOTE_DOCX_NAME, FOREIGN_NOTE_NAME } from "./names.ts"

/** What the note is about. */
export interface NoteSetting {
    readonly facts: Case
    readonly recipient: Recipient
    readonly ref: string
    readonly at: string
    readonly officer: Officer
}

/**
 * 境外电子数据来源情况说明, to print and to go on writing in; both in the same words, made anew in each step, and filled in
 * with what is known once an answer has come.
 */
export async function foreignNote(
    { facts, recipient, ref, at, officer }: NoteSetting,
    host: Host,
    letterCode: string,
    answer?: ReceivedRecord,
): Promise<readonly [pdf: NamedBytes, docx: NamedBytes]> {
    const laws = readLaws(host.asset("legal/laws.yaml"))
    const note = {
        template: "zh-CN/foreign-note",
        data: foreignNoteView(facts, ref, recipient, officer, letterCode, laws, answer),
        at,
        ref,
    }
    const { bytes } = await composePdf(host, { ...note, neutral: false })
    return [
        { name: FOREIGN_NOTE_NAME, bytes },
        { name: FOREIGN_NOTE_DOCX_NAME, bytes: composeDocx(host, note) },
    ]
}
