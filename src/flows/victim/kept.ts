import type { Host } from "../../base/host.ts"
import { madeOrRead } from "../../base/made.ts"
import { rfc3339, type Time } from "../../base/text/time.ts"
import type { HandedOver } from "../../editions/shared/handed-over.ts"
import { firstHourView, handoverReceiptView, newFirstHourView, remediesView } from "../../editions/victim/keeping.ts"
import type { LoadedCase } from "../../facts/case/load.ts"
import { DIRECTORY_FILE, readDirectory } from "../../facts/legal/directory.ts"
import { readDeadlines, readLaws } from "../../facts/legal/laws.ts"
import { composePdf } from "../print/compose.ts"

/** What the reporter keeps, beside the folder for the police and in no packet. */

/** Stands on every page instead of the annex line: these pages are annexed to nothing. */
const KEPT_HEAD = "报案人留存，不在材料包内，不对外提供"

/** 现在就做 for somebody who has only just begun; dated, because what it says of exchanges and laws ages. */
export async function firstHourPage(host: Host, ref: string, at: Time): Promise<Uint8Array> {
    const { bytes } = await composePdf(host, {
        template: "zh-CN/first-hour",
        data: newFirstHourView(ref, at, readLaws(host.asset("legal/laws.yaml"))),
        at: rfc3339(at) ?? "",
        ref,
        head: KEPT_HEAD,
        neutral: false,
    })
    return bytes
}

/** The documents of the folder 报案人留存; the receipt quotes the ZIP, so they are made after it. */
export async function keptDocuments(
    loaded: LoadedCase,
    host: Host,
    packet: HandedOver,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
    const facts = loaded.case
    const at = rfc3339(facts.preparedAt) ?? ""
    const laws = readLaws(host.asset("legal/laws.yaml"))
    const directory = madeOrRead(host, DIRECTORY_FILE, readDirectory)
    const deadlines = readDeadlines(host.asset("legal/deadlines.yaml"), laws, directory)
    const documents = [
        { id: "first-hour", name: "01-现在就做.pdf", data: firstHourView(facts, laws) },
        { id: "handover-receipt", name: "02-移交回执.pdf", data: handoverReceiptView(facts, packet) },
        { id: "remedies", name: "03-办理时限与救济途径.pdf", data: remediesView(facts, laws, deadlines, directory) },
    ]
    const files: { name: string; bytes: Uint8Array }[] = []
    for (const { id, name, data } of documents) {
        const { bytes } = await composePdf(host, {
            template: `zh-CN/${id}`,
            data,
            at,
            ref: facts.ref,
            head: KEPT_HEAD,
            neutral: false,
        })
        files.push({ name, bytes })
    }
    return files
}
