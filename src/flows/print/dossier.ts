import type { Host } from "../../base/host.ts"
import type { ByteSource } from "../../base/source.ts"
import { dossierView } from "../../editions/police/dossier.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { DocumentModel } from "../../typeset/document/blocks.ts"
import { combineDocuments } from "../../typeset/document/combine.ts"
import { newLayoutCache } from "../../typeset/layout/composer.ts"
import type { Images } from "../../typeset/layout/pages/placed.ts"
import { withAnnexes } from "./annex.ts"
import { type PrintSetting, printModel, renderModel } from "./compose.ts"

/** The documents of a draft, each by itself and all of them as 案件材料汇编, the one PDF that an officer reads. */

/** One document of a draft before it is printed. */
export interface ListedDocument {
    /** Name of the template in `zh-CN/` and of the file in the packet, `documents/<id>.pdf`. */
    readonly id: string
    readonly data: object
    readonly images?: Images
}

/** A document of the draft as a PDF of its own. */
export interface PrintedDocument {
    readonly id: string
    /** Its name for people: the title that its template gives it. */
    readonly zh: string
    readonly source: ByteSource
}

/** Order of the parts; a document that is not named here stands before the appendices, in the order of the list. */
const FIRST = ["case-statement", "loss-statement", "identifiers", "evidence-list"]
/** Short papers of one reader: what has been said, what is to be checked, what is asked for follow each other. */
const RUN_ON: readonly string[] = ["positions", "items-to-verify", "demands"]
const APPENDICES = ["legal-basis", "checklist", "verify-guide", "exhibits"]
/** Printed and read by itself, before everything else. */
export const OFFICER_GUIDE = "officer-guide"
/** No parts: the guide is read by itself, and the case statement holds the timeline already. */
const APART: readonly string[] = [OFFICER_GUIDE, "timeline"]
/** All parts as one document. */
export const DOSSIER = "dossier"

/**
 * Prints each document, and the dossier of all but those that stand apart as one document of several parts.
 *
 * @returns The documents in the order of the list, the dossier last.
 */
export async function printDocuments(
    host: Host,
    facts: Case,
    documents: readonly ListedDocument[],
    setting: PrintSetting,
): Promise<readonly PrintedDocument[]> {
    // What has been set for a document by itself need not be set again for the dossier.
    const cache = newLayoutCache()
    const printed: PrintedDocument[] = []
    const models = new Map<string, DocumentModel>()
    for (const { id, data, images } of documents) {
        const model = withAnnexes(renderModel(host, `zh-CN/${id}`, data))
        models.set(id, model)
        const own = { ...setting, cache, ...(images === undefined ? {} : { images }) }
        printed.push({ id, zh: model.title, source: (await printModel(host, model, own)).source })
    }
    const parts = documents.filter(({ id }) => !APART.includes(id)).sort((a, b) => rankOf(a.id) - rankOf(b.id))
    // The first page with the contents, then the parts.
    const cover = renderModel(host, `zh-CN/${DOSSIER}`, dossierView(facts))
    const areOne = (...ids: readonly string[]) => ids.every((id) => RUN_ON.includes(id))
    const after = parts.filter(({ id }, i) => areOne(id, parts[i - 1]?.id ?? ""))
    const runOn = new Set(after.flatMap(({ id }) => models.get(id) ?? []))
    const dossier = combineDocuments([cover, ...parts.flatMap(({ id }) => models.get(id) ?? [])], cover, runOn)
    const images = new Map(parts.flatMap((part) => [...(part.images ?? [])]))
    const { source } = await printModel(host, dossier, { ...setting, images, cache })
    return [...printed, { id: DOSSIER, zh: cover.title, source }]
}

function rankOf(id: string): number {
    const first = FIRST.indexOf(id)
    if (first >= 0) return first
    return FIRST.length + 1 + APPENDICES.indexOf(id)
}
