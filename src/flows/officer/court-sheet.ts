import type { Host } from "../../base/host.ts"
import { type Output, privateOutput } from "../../base/output.ts"
import { courtSheetView } from "../../editions/officer/court-sheet.ts"
import { readLaws } from "../../facts/legal/laws.ts"
import { composePdf } from "../print/compose.ts"
import { COURT_SHEET_NAME, courtSheetName } from "./names.ts"
import { layerCode, type OpenDraft } from "./open-draft.ts"

/** 庭前准备 of an archive, or of a draft: what readers will ask, and what the packet says to it. */
export async function courtSheet(
    { loaded, items, ledger, requests, answers, report }: OpenDraft,
    host: Host,
    at: string,
): Promise<Uint8Array> {
    const codes = report.layers.map(({ n }) => ({ layer: n, code: layerCode(report, n) }))
    const laws = readLaws(host.asset("legal/laws.yaml"))
    const data = courtSheetView({ facts: loaded.case, items, ledger, requests, answers, codes }, laws)
    const { ref } = loaded.case
    const { bytes } = await composePdf(host, {
        template: "zh-CN/court-sheet",
        data,
        at,
        ref,
        head: HEAD,
        neutral: false,
    })
    return bytes
}

/** The same as a file beside an archive, dated as its highest layer. */
export async function courtSheetPaper(archive: OpenDraft, host: Host): Promise<Output> {
    const { loaded, report } = archive
    const at = report.time.claimed ?? ""
    return privateOutput(
        "police",
        courtSheetName(loaded.case.ref, report.layers.length),
        await courtSheet(archive, host, at),
    )
}

/** Stands on the pages in place of the title: it is for those who handle the case alone. */
const HEAD = `${COURT_SHEET_NAME.replace(/\.pdf$/, "")}　办案人员和检察官用，不对外提供，不给报案人`
