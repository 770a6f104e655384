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

/** The documents of a draft, each by itself and bound: 案件材料汇编, which an officer reads, and 参考材料, to look things up. */

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

/** Printed and read by itself, before everything else. */
export const OFFICER_GUIDE = "officer-guide"

/** Several documents bound as one: a first page with the contents, then the parts. */
interface Volume {
    /** Name of the template of its first page in `zh-CN/`, and of the file in the packet. */
    readonly id: string
    /** Its parts, by the names of their documents; each list begins a page, what is in one list runs on. */
    readonly runs: readonly (readonly string[])[]
}

/** What an officer reads of the case, in this order. */
export const DOSSIER = "dossier"
/** Goes to those who check addresses, by itself: it holds nothing of the case. */
export const LINK_MEMO = "link-memo"
/** What is there to look things up in. */
export const REFERENCE = "reference"

const VOLUMES: readonly Volume[] = [
    {
        id: DOSSIER,
        runs: [
            ["case-statement"],
            ["loss-statement", "identifiers", "positions", "items-to-verify", "demands"],
            ["evidence-list", "exhibits"],
        ],
    },
    {
        id: REFERENCE,
        runs: [["filing-questions", "legal-basis"], ["checklist"], ["verify-guide"]],
    },
]

/**
 * Prints each document by itself, and the volumes that they are bound into. What belongs to none is read by itself: the
 * guide and the memo on addresses, and the timeline, which the case statement holds already.
 *
 * @returns The documents in the order of the list, the volumes last.
 */
export async function printDocuments(
    host: Host,
    facts: Case,
    documents: readonly ListedDocument[],
    setting: PrintSetting,
): Promise<readonly PrintedDocument[]> {
    // What has been set for a document by itself need not be set again for a volume.
    const cache = newLayoutCache()
    const printed: PrintedDocument[] = []
    const models = new Map<string, DocumentModel>()
    for (const { id, data, images } of documents) {
        const model = withAnnexes(renderModel(host, `zh-CN/${id}`, data))
        models.set(id, model)
        const own = { ...setting, cache, ...(images === undefined ? {} : { images }) }
        printed.push({ id, zh: model.title, source: (await printModel(host, model, own)).source })
    }
    // Volumes need most memory of all: what the documents before them left is given back first.
    host.collect?.()
    for (const { id, runs } of VOLUMES) {
        const there = runs.map((run) => run.flatMap((part) => documents.find((document) => document.id === part) ?? []))
        const bound = there.flat()
        const cover = renderModel(host, `zh-CN/${id}`, dossierView(facts))
        const modelsOf = (parts: readonly ListedDocument[]) => parts.flatMap((part) => models.get(part.id) ?? [])
        const runOn = new Set(there.flatMap((run) => modelsOf(run.slice(1))))
        const volume = combineDocuments([cover, ...modelsOf(bound)], cover, runOn)
        const images = new Map(bound.flatMap((part) => [...(part.images ?? [])]))
        const { source } = await printModel(host, volume, { ...setting, images, cache })
        printed.push({ id, zh: cover.title, source })
    }
    return printed
}
