import type { NamedBytes } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { foreignNoteView } from "../../editions/officer/foreign-note.ts"
import { readLaws } from "../../facts/legal/laws.ts"
import { composeDocx, composePdf } from "../print/compose.ts"
import { FOREIGN_NOTE_DOCX_NAME, FOREIGN_NOTE_NAME } from "./names.ts"
import type { Undertaking } from "./undertake.ts"

/** 境外电子数据来源情况说明, to print and to go on writing in; both in the same words, made anew in each step. */
export async function foreignNote(
    { draft, input, recipient, ref, at }: Undertaking,
    host: Host,
    letterCode: string,
): Promise<readonly [pdf: NamedBytes, docx: NamedBytes]> {
    const laws = readLaws(host.asset("legal/laws.yaml"))
    const note = {
        template: "zh-CN/foreign-note",
        data: foreignNoteView(draft.loaded.case, ref, recipient, input.officer, letterCode, laws),
        at,
        ref,
    }
    const { bytes } = await composePdf(host, { ...note, neutral: false })
    return [
        { name: FOREIGN_NOTE_NAME, bytes },
        { name: FOREIGN_NOTE_DOCX_NAME, bytes: composeDocx(host, note) },
    ]
}
