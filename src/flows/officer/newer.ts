import { type Issue, issue } from "../../base/issue.ts"
import { archiveName } from "./names.ts"
import type { OpenDraft } from "./open-draft.ts"

/** An archive of the same case that has more layers: what is made from a lower one leaves the later layers out. */

/**
 * Asks about the highest one among names of files.
 *
 * @param names - Of files that lie beside it, or that a journal has.
 */
export function newerArchive({ report, loaded, requests }: OpenDraft, names: readonly string[]): readonly Issue[] {
    if (report.kind !== "archive") return []
    const refs = new Set([loaded.case.ref, ...requests.flatMap(({ officer }) => officer.ref ?? [])])
    const layerOf = (name: string): number => {
        const [, ref = "", layer = ""] = /^(.+)-archive-(\d{1,3})\.zip$/.exec(name) ?? []
        return refs.has(ref) && name === archiveName(ref, Number(layer)) ? Number(layer) : 0
    }
    const newer = names.reduce((best, name) => (layerOf(name) > layerOf(best) ? name : best), "")
    if (layerOf(newer) <= report.layers.length) return []
    return [issue("request.archive.newer", [], { newer, layers: report.layers.length }, "warning")]
}
